package org.xinyidai.benchmarks.feedback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinyidai.connectors.feedback.Conformance;
import org.xinyidai.connectors.feedback.FinancingResult;
import org.xinyidai.connectors.feedback.ResultLine;
import org.xinyidai.connectors.feedback.envelope.BatchSealer;
import org.xinyidai.connectors.feedback.envelope.EnvelopeJson;
import org.xinyidai.connectors.feedback.envelope.PartyKeys;
import org.xinyidai.connectors.feedback.envelope.SealedBatch;
import org.xinyidai.connectors.seal.Aead;
import org.xinyidai.connectors.seal.Sm2Box;
import org.xinyidai.connectors.seal.Sm2Key;
import org.xinyidai.connectors.seal.Sm2Seal;
import org.xinyidai.connectors.seal.Sm3;
import org.xinyidai.connectors.seal.Sm4Gcm;

/** What each part of a batch costs by itself, on the same results, one thread, warmed up. */
final class BareParts {
  private static final int WARM_UP = 60;
  private static final int ROUNDS = 100;

  private final List<FinancingResult> results = new ArrayList<>();
  private final List<byte[]> lines = new ArrayList<>();
  private final byte[] plain;
  private final PartyKeys own;
  private final PartyKeys node;

  BareParts(int records, PartyKeys own, PartyKeys node) {
    this.own = own;
    this.node = node;
    int bytes = 0;
    for (int i = 0; i < records; i++) {
      FinancingResult result = FilledOutbox.result(i, Instant.parse("2026-07-09T02:00:00Z"));
      results.add(result);
      lines.add(ResultLine.write(result));
      bytes += lines.get(i).length + 1;
    }
    plain = new byte[bytes];
    int at = 0;
    for (byte[] line : lines) {
      System.arraycopy(line, 0, plain, at, line.length);
      at += line.length + 1;
    }
  }

  /** Prints microseconds a record. */
  void print() {
    SecureRandom random = new SecureRandom();
    byte[] key = new byte[Sm4Gcm.KEY_BYTES];
    byte[] nonce = new byte[Aead.NONCE_BYTES];
    Sm2Key signing = own.signing();
    line("serialise 序列化", () -> results.forEach(ResultLine::write));
    line("check 合规检查", () -> lines.forEach(Conformance::check));
    line("digest SM3", () -> Sm3.of(plain));
    line("encrypt SM4-GCM", () -> new Sm4Gcm(key).seal(nonce, nonce, plain));
    line("hide the key SM2", () -> Sm2Box.seal(node.opening().publicHex(), key, random));
    line("sign SM2", () -> Sm2Seal.sign(signing, nonce));
    SealedBatch sealed = sealed(random);
    line("envelope to JSON", () -> EnvelopeJson.write(sealed.envelope()));
  }

  /** The bytes of a whole batch as they are posted. */
  byte[] posted() {
    return EnvelopeJson.write(sealed(new SecureRandom()).envelope());
  }

  private SealedBatch sealed(SecureRandom random) {
    List<String> ids = results.stream().map(FinancingResult::id).toList();
    return new BatchSealer(own, node.card(), random).seal(1, ids, lines);
  }

  private void line(String name, Runnable part) {
    for (int i = 0; i < WARM_UP; i++) {
      part.run();
    }
    long began = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      part.run();
    }
    double us = (System.nanoTime() - began) / 1e3 / ROUNDS / results.size();
    System.out.printf(Locale.ROOT, "  %-20s %6.2f us a record%n", name, us);
  }

  static PartyKeys keys(String code, Path folder) {
    try {
      Files.createDirectories(folder);
      return PartyKeys.ofFolder(code, folder, new SecureRandom());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
