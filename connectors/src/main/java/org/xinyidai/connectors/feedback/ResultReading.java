package org.xinyidai.connectors.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.SecurityMode;

/** A line as a result (报文解析), once its shape is known to be sound. */
final class ResultReading {
  private ResultReading() {}

  static FinancingResult of(JsonNode root) {
    JsonNode enterprise = root.path("enterprise");
    JsonNode institution = root.path("institution");
    return new FinancingResult(
        text(root, "id"),
        ResultKind.ofCode(text(root, "kind")).orElseThrow(),
        ResultOrigin.ofCode(text(root, "origin")).orElseThrow(),
        Instant.parse(text(root, "occurredAt")),
        Instant.parse(text(root, "reportedAt")),
        textOrNull(root, "corrects"),
        new FinancingResult.Enterprise(text(enterprise, "uscc"), text(enterprise, "name")),
        new FinancingResult.Institution(text(institution, "code"), text(institution, "name")),
        product(root.get("product")),
        textOrNull(root, "applicationId"),
        grant(root.get("grant")),
        drawDown(root.get("drawDown")),
        standing(root.get("standing")),
        textOrNull(root, "reason"));
  }

  private static FinancingResult.@Nullable Product product(@Nullable JsonNode node) {
    return node == null
        ? null
        : new FinancingResult.Product(
            text(node, "id"), node.path("version").intValue(), text(node, "name"));
  }

  private static FinancingResult.@Nullable Grant grant(@Nullable JsonNode node) {
    return node == null
        ? null
        : new FinancingResult.Grant(
            text(node, "number"),
            node.path("amountFen").longValue(),
            day(node, "startOn"),
            day(node, "endOn"),
            SecurityMode.ofCode(text(node, "guaranteeMode")).orElseThrow(),
            node.path("creditLoan").booleanValue(),
            node.path("firstLoan").booleanValue(),
            node.path("rateBp").intValue());
  }

  private static FinancingResult.@Nullable DrawDown drawDown(@Nullable JsonNode node) {
    return node == null
        ? null
        : new FinancingResult.DrawDown(
            text(node, "number"),
            node.path("amountFen").longValue(),
            day(node, "drawnOn"),
            day(node, "dueOn"));
  }

  private static FinancingResult.@Nullable Standing standing(@Nullable JsonNode node) {
    return node == null
        ? null
        : new FinancingResult.Standing(
            node.path("balanceFen").longValue(),
            node.has("fiveClass") ? FiveClass.ofCode(text(node, "fiveClass")).orElseThrow() : null,
            node.path("overdueDays").intValue(),
            node.path("overdueFen").longValue(),
            node.has("settledOn") ? day(node, "settledOn") : null);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  private static @Nullable String textOrNull(JsonNode node, String field) {
    return node.has(field) ? text(node, field) : null;
  }

  private static LocalDate day(JsonNode node, String field) {
    return LocalDate.parse(text(node, field));
  }
}
