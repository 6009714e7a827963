package org.xinyidai.connectors.feedback.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.connectors.feedback.ResultKind;
import org.xinyidai.connectors.feedback.ResultLine;
import org.xinyidai.connectors.feedback.Results;
import org.xinyidai.connectors.feedback.envelope.BatchOpener.Opened;
import org.xinyidai.connectors.feedback.envelope.BatchOpener.Outcome;
import org.xinyidai.connectors.feedback.envelope.BatchOpener.Refused;
import org.xinyidai.connectors.feedback.envelope.EnvelopeJson.Sound;
import org.xinyidai.connectors.feedback.envelope.EnvelopeJson.Unsound;

/** A batch is read whole by its node, and by nobody else; every altered part is told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnvelopeTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<byte[]> LINES =
      List.of(
          ResultLine.write(Results.of(ResultKind.GRANTED, "a.1")),
          ResultLine.write(Results.of(ResultKind.DRAWN, "a.2")));
  private static final List<String> IDS = List.of("a.1", "a.2");

  @TempDir private Path folder;
  private PartyKeys platform;
  private PartyKeys node;
  private SealedBatch sealed;

  @BeforeEach
  void a_batch_is_sealed() throws IOException {
    platform = PartyKeys.ofFolder("hohhot", folder.resolve("platform"), RANDOM);
    node = PartyKeys.ofFolder("national", folder.resolve("node"), RANDOM);
    sealed = new BatchSealer(platform, node.card(), RANDOM).seal(7, IDS, LINES);
  }

  @Test
  void the_node_reads_what_was_sealed_for_it_after_a_way_through_json() {
    Envelope travelled = travelled(sealed.envelope());
    List<byte[]> lines = assertInstanceOf(Opened.class, open(travelled)).lines();
    assertEquals(2, lines.size());
    assertArrayEquals(LINES.get(0), lines.get(0));
    assertArrayEquals(LINES.get(1), lines.get(1));
    assertEquals("hohhot-000000000007", sealed.number());
  }

  @Test
  void the_same_lines_sealed_again_have_the_same_number_and_digest_and_no_other_byte_alike() {
    SealedBatch again = new BatchSealer(platform, node.card(), RANDOM).seal(7, IDS, LINES);
    assertEquals(sealed.envelope().header(), again.envelope().header());
    assertNotEquals(hex(sealed.envelope().key()), hex(again.envelope().key()));
    assertNotEquals(hex(sealed.envelope().body()), hex(again.envelope().body()));
  }

  @Test
  void another_node_cannot_read_it_nor_a_node_that_does_not_know_the_sender() throws IOException {
    PartyKeys other = PartyKeys.ofFolder("national", folder.resolve("other"), RANDOM);
    Map<String, PartyCard> senders = Map.of("hohhot", platform.card());
    assertEquals(
        new Refused(BatchFault.KEY_NOT_OURS),
        new BatchOpener(other, senders).open(sealed.envelope()));
    assertEquals(
        new Refused(BatchFault.ADDRESSED_OTHERWISE),
        new BatchOpener(platform, senders).open(sealed.envelope()));
    assertEquals(
        new Refused(BatchFault.SENDER_UNKNOWN),
        new BatchOpener(node, Map.of()).open(sealed.envelope()));
  }

  @Test
  void every_altered_part_is_told() {
    Envelope good = sealed.envelope();
    BatchHeader header = good.header();
    BatchHeader next =
        new BatchHeader(header.sender(), header.receiver(), 8, header.count(), header.digest());
    assertEquals(
        new Refused(BatchFault.SIGNATURE_WRONG),
        open(new Envelope(next, good.signature(), good.key(), good.body())));
    assertEquals(
        new Refused(BatchFault.SIGNATURE_WRONG),
        open(new Envelope(header, flipped(good.signature(), 20), good.key(), good.body())));
    assertEquals(
        new Refused(BatchFault.KEY_NOT_OURS),
        open(new Envelope(header, good.signature(), flipped(good.key(), 70), good.body())));
    for (int at : new int[] {0, 40, good.body().length - 1}) {
      assertEquals(
          new Refused(BatchFault.BODY_ALTERED),
          open(new Envelope(header, good.signature(), good.key(), flipped(good.body(), at))));
    }
  }

  @Test
  void an_envelope_that_is_none_is_refused_with_its_reason() {
    String json = new String(EnvelopeJson.write(sealed.envelope()), UTF_8);
    Map<String, BatchFault> spoilt =
        Map.of(
            "",
            BatchFault.MALFORMED,
            "[]",
            BatchFault.MALFORMED,
            json.substring(1),
            BatchFault.MALFORMED,
            json + "{}",
            BatchFault.MALFORMED,
            json.replace("\"count\":2", "\"count\":0"),
            BatchFault.MALFORMED,
            json.replace("\"count\":2", "\"count\":2,\"more\":1"),
            BatchFault.MALFORMED,
            json.replace("\"count\":2", "\"count\":2,\"count\":2"),
            BatchFault.MALFORMED,
            json.replace("\"version\":1", "\"version\":2"),
            BatchFault.VERSION_UNKNOWN,
            " ".repeat(BatchLimits.MAX_ENVELOPE_BYTES + 1),
            BatchFault.TOO_LARGE);
    spoilt.forEach(
        (text, fault) -> assertEquals(new Unsound(fault), EnvelopeJson.read(text.getBytes(UTF_8))));
  }

  @Test
  void a_signer_who_lies_about_the_lines_is_found_out() {
    SealedBatch three =
        new BatchSealer(platform, node.card(), RANDOM)
            .seal(9, List.of("a"), List.of("x\ny".getBytes(UTF_8)));
    assertEquals(new Refused(BatchFault.COUNT_OTHER), open(three.envelope()));
  }

  @Test
  void more_than_a_batch_holds_is_not_sealed() {
    BatchSealer sealer = new BatchSealer(platform, node.card(), RANDOM);
    List<byte[]> many = Collections.nCopies(BatchLimits.MAX_RECORDS + 1, new byte[1]);
    List<String> ids = Collections.nCopies(BatchLimits.MAX_RECORDS + 1, "a");
    assertThrows(IllegalArgumentException.class, () -> sealer.seal(1, ids, many));
    List<byte[]> large = List.of(new byte[BatchLimits.MAX_BYTES]);
    assertThrows(IllegalArgumentException.class, () -> sealer.seal(1, List.of("a"), large));
  }

  @Test
  void an_answer_is_good_for_its_question_alone() {
    byte[] answer = "{}".getBytes(UTF_8);
    String signature = hex(AnswerSeal.sign(node.signing(), sealed.number(), answer));
    PartyCard card = node.card();
    assertTrue(AnswerSeal.isGenuine(card, sealed.number(), answer, signature));
    assertFalse(AnswerSeal.isGenuine(card, "hohhot-000000000008", answer, signature));
    assertFalse(AnswerSeal.isGenuine(card, sealed.number(), "{} ".getBytes(UTF_8), signature));
    assertFalse(AnswerSeal.isGenuine(platform.card(), sealed.number(), answer, signature));
    for (String none : List.of("", "zz", "00", "3000")) {
      assertFalse(AnswerSeal.isGenuine(card, sealed.number(), answer, none));
    }
  }

  private Outcome open(Envelope envelope) {
    return new BatchOpener(node, Map.of("hohhot", platform.card())).open(envelope);
  }

  private static Envelope travelled(Envelope envelope) {
    return assertInstanceOf(Sound.class, EnvelopeJson.read(EnvelopeJson.write(envelope)))
        .envelope();
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    copy[at] ^= 1;
    return copy;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
