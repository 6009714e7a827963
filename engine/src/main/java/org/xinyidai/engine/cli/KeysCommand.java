package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Keyring;
import org.xinyidai.engine.store.SealedCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The keys under which the values of a state are sealed, while nothing serves it. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "密钥 List the keys of a state and how many values lie under each; rotate them.")
final class KeysCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Override
  public void run() {
    try (Platform platform = state.open()) {
      list(keyring(platform));
    }
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = "轮换 Make a fresh key, seal everything again under it, throw older ones away.")
  void rotate(@Mixin ExistingState folder) {
    try (Platform platform = folder.open()) {
      Keyring keyring = keyring(platform);
      int number = keyring.rotate();
      long values;
      try (Progress progress = Progress.ofUnknownLength("sealed again 重新加密")) {
        values = keyring.reseal(progress::reach);
      }
      out().printf("密钥 %d 已启用 key %d seals now; sealed again 重新加密: %d%n", number, number, values);
      list(keyring);
    }
  }

  @Command(
      name = "rewrap",
      mixinStandardHelpOptions = true,
      description = "更换主密钥 Wrap the keys by another master key; the old one opens nothing more.")
  void rewrap(
      @Mixin ExistingState folder,
      @Option(
              names = "--new-key-file",
              paramLabel = "FILE",
              required = true,
              description = "the new master key, made if it is not there")
          Path file) {
    try (Platform platform = folder.open()) {
      Keyring keyring = keyring(platform);
      keyring.rewrap(file);
      out().printf("主密钥 master key: %s (%s)%n", keyring.masterId(), file);
      out().flush();
    }
  }

  @Command(
      name = "seal",
      mixinStandardHelpOptions = true,
      description = "迁移 Copy a state that was written before values were sealed into a sealed one.")
  void seal(
      @Option(names = "--from", paramLabel = "FOLDER", required = true, description = "the old one")
          Path from,
      @Option(names = "--state", paramLabel = "FOLDER", required = true, description = "a new one")
          Path to,
      @Mixin KeyOption key) {
    long entries;
    try (Progress progress = Progress.ofUnknownLength("entries 条目")) {
      entries = SealedCopy.of(from, to, key.of(to), progress::reach);
    }
    out().printf("已加密 sealed: %d → %s; key file 密钥文件 %s%n", entries, to, key.of(to));
    if (Files.isDirectory(from.resolve("training-sets"))) {
      out().println("训练集未复制 training sets are not copied: make them anew");
    }
    out().println("旧目录仍为明文，请核对后销毁 the old folder is still readable: check, then destroy it");
    out().flush();
  }

  private void list(Keyring keyring) {
    out().printf("主密钥 master key: %s%n", keyring.masterId());
    for (Keyring.Key key : keyring.keys()) {
      out()
          .printf(
              "%d\t%s\t%d%s%n",
              key.number(), key.madeAt(), key.values(), key.seals() ? "\t使用中 seals" : "");
    }
    out().flush();
  }

  private static Keyring keyring(Platform platform) {
    return platform
        .store()
        .keyring()
        .orElseThrow(() -> new Failure("this state is not sealed; see: xyd keys seal --help"));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
