package org.xinyidai.engine.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.connectors.seal.Sm2Key;
import org.xinyidai.engine.audit.AuditTrail;
import org.xinyidai.engine.audit.SignedHead;
import org.xinyidai.engine.audit.Verdict;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.AuditChain.Head;
import org.xinyidai.engine.store.AuditEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The audit at the terminal: its last entries, whether it is whole, and its signed head. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "审计 Show the latest entries; verify the chain, or sign and export its head.")
final class AuditCommand implements Runnable {
  private static final int SHOWN = 20;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Override
  public void run() {
    try (Platform platform = state.open()) {
      PrintWriter out = spec.commandLine().getOut();
      AuditTrail trail = new AuditTrail(platform.store());
      long after = Math.max(0, trail.head().number() - SHOWN);
      for (AuditEntry entry : trail.page(after, SHOWN)) {
        out.printf(
            "%d  %s  %s  %s  %s%n",
            entry.number(),
            entry.at(),
            entry.act().actor(),
            entry.act().operation(),
            entry.changed());
      }
      out.flush();
    }
  }

  /** Exit code 1 and one line where the chain does not hold. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description =
          "核验 Follow the whole chain, and compare it with heads that were kept elsewhere.")
  void verify(
      @Mixin ExistingState folder,
      @Option(
              names = "--head",
              paramLabel = "FILE",
              description = "a signed head from xyd audit head; without one a cut tail can hide")
          List<Path> files,
      @Option(
              names = "--public-key",
              paramLabel = "HEX",
              defaultValue = "",
              description = "the key that must have signed the heads")
          String publicKey) {
    List<Head> kept = new ArrayList<>();
    for (Path file : files == null ? List.<Path>of() : files) {
      kept.add(genuine(file, publicKey).head());
    }
    try (Platform platform = folder.open()) {
      Verdict verdict = new AuditTrail(platform.store()).verify(kept);
      verdict
          .broken()
          .ifPresent(
              how -> {
                throw new Failure(
                    "审计链在第 %d 条断开：%s (entry %d: %s)"
                        .formatted(verdict.at(), how.zh(), verdict.at(), how.en()));
              });
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "审计链完整 the chain is whole: %d 条 entries, 比对 compared with %d 个链头 heads%n",
          verdict.entries(), kept.size());
      out.flush();
    }
  }

  private static SignedHead genuine(Path file, String publicKey) {
    if (publicKey.isEmpty()) {
      throw new Failure("--head needs --public-key, which xyd audit head shows");
    }
    try {
      SignedHead head = JSON.readValue(Files.readAllBytes(file), SignedHead.class);
      if (!head.isGenuine(publicKey)) {
        throw new Failure(file + ": the signature is not by that key over this head");
      }
      return head;
    } catch (IOException e) {
      throw new Failure(file + ": no signed head can be read from it", e);
    }
  }

  /** The key is made where there is none; it belongs on another disk than the state. */
  @Command(
      name = "head",
      mixinStandardHelpOptions = true,
      description = "链头 Sign the end of the chain, to be kept away from this machine.")
  void head(
      @Mixin ExistingState folder,
      @Option(
              names = "--key",
              paramLabel = "FILE",
              required = true,
              description = "SM2 private key, made if it is not there; keep it outside the state")
          Path keyFile,
      @Option(names = "--out", paramLabel = "FILE", required = true, description = "where to write")
          Path file) {
    try (Platform platform = folder.open()) {
      Sm2Key key = Sm2Key.ofFile(keyFile, new SecureRandom());
      SignedHead head =
          SignedHead.of(new AuditTrail(platform.store()).head(), platform.clock().instant(), key);
      Files.write(file, JSON.writeValueAsBytes(head));
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "第 %d 条 entry %d → %s%n公钥 public key: %s%n",
          head.number(), head.number(), file, head.publicKey());
      out.flush();
    } catch (IOException e) {
      throw new Failure("the head cannot be signed: " + e.getMessage(), e);
    }
  }
}
