package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xinyidai.engine.http.LoanParties.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.models.subject.Uscc;

/**
 * A town that asks for real names, before anybody is in: its operator knows the security
 * administrator alone, who invites all others.
 */
final class LoanTown {
  /** Where the joiner and the farm are registered; the tailor is in another. */
  static final String DISTRICT = "350104";

  static final String OTHER_DISTRICT = "350105";
  static final String JOINER = RunningServer.USCC;
  static final String TAILOR = RunningServer.OTHER_USCC;
  static final String FARM = LoanParties.THIRD_USCC;
  static final String REPRESENTATIVE = "李四光";

  final RunningServer server;
  final Person city;
  final Person district;
  final Person otherDistrict;
  final Person abcHead;
  final Person abcBranch;
  final Person icbc;
  final Person guarantor;
  final Person joiner;
  final Person tailor;
  final Person farm;
  private final String security;

  /** Registers the organisations and lets their people in. */
  LoanTown(RunningServer server) {
    this.server = server;
    this.security = server.token(Role.SECURITY);
    String office = add("office", "市金融办", null, null);
    city = at(office, "city");
    district = at(add("office", "仓山区金融办", office, DISTRICT), "cangshan");
    otherDistrict = at(add("office", "马尾区金融办", office, OTHER_DISTRICT), "mawei");
    String abc = addBank(LoanParties.ABC, "91330100799655058B");
    abcHead = at(abc, "abc-head");
    abcBranch = at(add("bank", "仓山支行", abc, DISTRICT), "abc-cangshan");
    icbc = at(addBank(LoanParties.ICBC, Uscc.fromStem("91350100M0001002").value()), "icbc");
    guarantor = at(add("guarantee", LoanParties.GUARANTOR, null, null), "guarantor");
    Registered.deliver(server, JOINER, DISTRICT, REPRESENTATIVE);
    Registered.deliver(server, FARM, DISTRICT, REPRESENTATIVE);
    joiner = enterprise("木工坊", JOINER, "joiner");
    tailor = enterprise("裁缝铺", TAILOR, "tailor");
    farm = enterprise("农场", FARM, "farm");
  }

  /** The code of an invitation. */
  String invite(String body) {
    return ok(201, asSecurity("/invitations", body)).path("code").asText();
  }

  private Person at(String unit, String user) {
    String code = invite("{\"name\":\"%s\",\"unit\":\"%s\"}".formatted(user, unit));
    return Person.invited(server, code, user);
  }

  private Person enterprise(String name, String uscc, String user) {
    String wanted = "{\"role\":\"enterprise\",\"name\":\"%s\",\"organisation\":\"%s\"}";
    return Person.invited(server, invite(wanted.formatted(name, uscc)), user);
  }

  private String add(String kind, String name, @Nullable String parent, @Nullable String division) {
    String above = parent == null ? "" : ",\"parent\":\"%s\"".formatted(parent);
    String place = division == null ? "" : ",\"division\":\"%s\"".formatted(division);
    return organisation(
        "{\"kind\":\"%s\",\"name\":\"%s\"%s%s}".formatted(kind, name, above, place));
  }

  /** The code is what results that go to the nation name. */
  private String addBank(String name, String code) {
    return organisation(
        "{\"kind\":\"bank\",\"name\":\"%s\",\"institutionCode\":\"%s\"}".formatted(name, code));
  }

  private String organisation(String body) {
    return ok(201, asSecurity("/organisations", body)).path("id").asText();
  }

  private HttpResponse<String> asSecurity(String path, String body) {
    return server.postAs(security, "/api/v1" + path, "application/json", body);
  }

  /** An enterprise claims a representative; the state that it then has. */
  static String claim(Person enterprise, String representative) {
    String claim =
        """
        {"legalRepresentative":"%s","bank":"上街农商行中心支行","accountNumber":"622200001234"}"""
            .formatted(representative);
    return ok(201, enterprise.post("/verifications", claim)).path("state").asText();
  }

  /** The office sends the small transfer and the enterprise enters what came. */
  void transferAndConfirm(Person enterprise, String uscc) {
    JsonNode due = MissingNode.getInstance();
    for (JsonNode one : district.read("/verification-transfers").path("transfers")) {
      due = one.path("uscc").asText().equals(uscc) ? one : due;
    }
    String place = "/verifications/" + uscc;
    ok(200, district.post(place + "/transfer", "{\"result\":\"sent\"}"));
    String entry =
        "{\"amountFen\":%d,\"code\":\"%s\"}"
            .formatted(due.path("amountFen").asLong(), due.path("code").asText());
    JsonNode done = ok(200, enterprise.post(place + "/confirmation", entry));
    assertEquals("verified", done.path("state").asText());
  }

  /** A demand's number. */
  static String demand(Person enterprise, String uscc, long amountFen) {
    String body =
        """
        {"uscc":"%s","amountFen":%d,"termMonths":12,"purpose":"workingCapital"}"""
            .formatted(uscc, amountFen);
    return ok(201, enterprise.post("/demands", body)).path("id").asText();
  }

  /** The applications to products for a demand, with a consent for each lender. */
  static JsonNode apply(Person enterprise, String demand, String products) {
    String body = "{\"products\":[%s],%s}".formatted(products, LoanParties.CONSENT);
    return ok(201, enterprise.post("/demands/" + demand + "/applications", body))
        .path("applications");
  }
}
