package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.xinyidai.engine.vault.Manifest;
import org.xinyidai.engine.vault.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a state of a backup, and proves that it is the same. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "恢复 Make a new state folder of a backup; every file and every value is checked.")
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--from", paramLabel = "FOLDER", required = true, description = "the backup")
  private Path backup = Path.of("backup");

  @Option(names = "--state", paramLabel = "FOLDER", required = true, description = "a new folder")
  private Path state = Path.of("state");

  @Option(
      names = "--public-key",
      paramLabel = "HEX",
      defaultValue = "",
      description = "the key that must have signed the backup")
  private String publicKey = "";

  @Mixin private KeyOption key = new KeyOption();

  @Override
  public Integer call() throws IOException {
    Manifest manifest = new Restore(backup, publicKey).to(state, key.of(state));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "恢复完成 restored: %s as of %s, %d 条审计 entries of the audit, SM3 %s%n",
        state, manifest.at(), manifest.audit().number(), manifest.content().sm3());
    out.flush();
    return 0;
  }
}
