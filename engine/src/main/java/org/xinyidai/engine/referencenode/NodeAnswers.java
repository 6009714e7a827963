package org.xinyidai.engine.referencenode;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feedback.RecordAnswer;
import org.xinyidai.connectors.feedback.envelope.AnswerJson;
import org.xinyidai.connectors.feedback.envelope.AnswerSeal;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;
import org.xinyidai.connectors.feedback.envelope.RefusalJson;

/** Writes and signs what the node answers (回执生成), and spoils it where that was drawn. Blocks. */
final class NodeAnswers {
  private static final int OK = 200;
  private static final int UNPROCESSABLE = 422;

  private final PartyKeys keys;
  private final InstantSource clock;
  private volatile @Nullable Reply before;

  NodeAnswers(PartyKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** What goes back. Its array is not to be changed. */
  static final class Reply {
    private final int status;
    private final byte[] body;
    private final String signature;

    Reply(int status, byte[] body, String signature) {
      this.status = status;
      this.body = body;
      this.signature = signature;
    }

    int status() {
      return status;
    }

    byte[] body() {
      return body;
    }

    String signature() {
      return signature;
    }
  }

  /**
   * The reply to a batch.
   *
   * @param mode by which it is spoilt; null for none
   */
  Reply of(String batch, Judged judged, @Nullable FailureMode mode, Random random) {
    if (judged instanceof Judged.Refused refused) {
      return signed(UNPROCESSABLE, batch, RefusalJson.write(keys.code(), batch, refused.fault()));
    }
    Judged.Answered answered = (Judged.Answered) judged;
    Reply last = before;
    if (mode == FailureMode.STALE && last != null) {
      return last;
    }
    List<RecordAnswer> records = spoilt(answered.records(), mode, random);
    byte[] body =
        AnswerJson.write(
            new AnswerJson.Said(keys.code(), batch, answered.digest(), clock.instant(), records));
    if (mode == FailureMode.WRONG_SIGNATURE) {
      return new Reply(OK, body, hex(AnswerSeal.sign(keys.opening(), batch, body)));
    }
    Reply reply = signed(OK, batch, body);
    before = reply;
    return reply;
  }

  private static List<RecordAnswer> spoilt(
      List<RecordAnswer> records, @Nullable FailureMode mode, Random random) {
    List<RecordAnswer> some = new ArrayList<>(records);
    if (mode == FailureMode.HALF_ANSWERED) {
      Collections.shuffle(some, random);
      return some.subList(0, some.size() / 2);
    }
    if (mode == FailureMode.DUPLICATE) {
      some.addAll(records);
      Collections.shuffle(some, random);
    }
    return some;
  }

  /** A signed reply to a question. */
  Reply signed(String question, byte[] body) {
    return signed(OK, question, body);
  }

  private Reply signed(int status, String question, byte[] body) {
    return new Reply(status, body, hex(AnswerSeal.sign(keys.signing(), question, body)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
