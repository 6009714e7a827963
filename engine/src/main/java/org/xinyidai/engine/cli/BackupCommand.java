package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.seal.Sm2Key;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.vault.Backup;
import org.xinyidai.engine.vault.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Backs a state up that nobody serves; one that is served backs itself up when it is asked. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "备份 Copy a state with a signed list of what it holds. Of a state that is served, ask the"
            + " server: POST /backups.")
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "a new folder")
  private Path target = Path.of("backup");

  @Option(
      names = "--sign-key",
      paramLabel = "FILE",
      description = "SM2 private key that signs the list, made if it is not there")
  private @Nullable Path signKey;

  @Override
  public Integer call() throws IOException {
    Optional<Sm2Key> key =
        signKey == null
            ? Optional.empty()
            : Optional.of(Sm2Key.ofFile(signKey, new SecureRandom()));
    try (Platform platform = state.open();
        Progress progress = Progress.ofUnknownLength("backup 备份")) {
      Manifest manifest = new Backup(platform.store()).write(target, key, progress::reach);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "备份完成 backup: %s, %d 个文件 files, %d 字节 bytes, SM3 %s%n",
          target, manifest.files().size(), manifest.bytes(), manifest.content().sm3());
      key.ifPresent(signer -> out.printf("签名公钥 public key: %s%n", signer.publicHex()));
      out.println("主密钥不在备份中，请另行托管 the master key is not in it: keep that elsewhere");
      out.flush();
    }
    return 0;
  }
}
