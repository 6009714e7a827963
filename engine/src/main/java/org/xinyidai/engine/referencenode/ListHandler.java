package org.xinyidai.engine.referencenode;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xinyidai.connectors.feedback.envelope.AnswerSeal;
import org.xinyidai.connectors.feedback.envelope.BatchHeader;
import org.xinyidai.connectors.feedback.envelope.PageJson;
import org.xinyidai.connectors.feedback.envelope.PartyCard;

/** Lists what the node holds (对账清单查询), and says what the node is. */
final class ListHandler {
  private static final Pattern CHALLENGE = Pattern.compile("[0-9a-f]{16,64}");

  /** As long as an id may be. */
  private static final Pattern AFTER = Pattern.compile("[A-Za-z0-9._:-]{0,120}");

  private final Vertx vertx;
  private final NodeDesk desk;
  private final NodeAnswers answers;
  private final PartyCard card;

  ListHandler(Vertx vertx, NodeDesk desk, NodeAnswers answers, PartyCard card) {
    this.vertx = vertx;
    this.desk = desk;
    this.answers = answers;
    this.card = card;
  }

  void about(RoutingContext call) {
    JsonObject about =
        new JsonObject()
            .put("what", ReferenceNode.NOTICE_ZH + " " + ReferenceNode.NOTICE_EN)
            .put("version", BatchHeader.VERSION)
            .put("card", new JsonObject(Buffer.buffer(card.json())));
    Replies.json(call, about.toBuffer().getBytes());
  }

  void list(RoutingContext call) {
    String sender = parameter(call, "sender");
    String after = parameter(call, "after");
    String challenge = parameter(call, "challenge");
    Optional<LocalDate> day = day(parameter(call, "day"));
    boolean sound =
        BatchHeader.isCode(sender)
            && AFTER.matcher(after).matches()
            && CHALLENGE.matcher(challenge).matches();
    if (day.isEmpty() || !sound) {
      Replies.plain(
          call, Replies.BAD_REQUEST, "wanted: sender, day=2026-10-31, after, challenge in hex");
      return;
    }
    String question = AnswerSeal.listing(sender, day.get(), after, challenge);
    vertx
        .executeBlocking(
            () ->
                answers.signed(
                    question, PageJson.write(card.code(), desk.page(sender, day.get(), after))),
            false)
        .onSuccess(reply -> Replies.send(call, reply))
        .onFailure(failure -> Replies.broken(call, failure));
  }

  private static String parameter(RoutingContext call, String name) {
    String value = call.request().getParam(name);
    return value == null ? "" : value;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
