package org.xinyidai.engine.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A file of settings with every key commented out (配置样例), made from the options of {@code serve}.
 */
final class SettingsSample {
  private static final String HEAD =
      """
      # 信易贷平台配置样例 Settings of xyd, for: xyd serve --config FILE
      # 一行一项 key = value；注释掉的行即默认值。命令行选项优先于本文件。
      # One key a line; what is commented out is the default. An option on the command line wins.
      # 未知的键或错误的值将使服务拒绝启动。密钥一律以文件路径给出。
      # An unknown key or a wrong value keeps the server from starting. Secrets are given as files.
      """;

  private SettingsSample() {}

  static String text() {
    return HEAD
        + Settings.known().stream().map(SettingsSample::entry).collect(Collectors.joining());
  }

  private static String entry(OptionSpec option) {
    @Nullable String standard = option.defaultValue();
    String value = standard != null ? standard : placeholder(option);
    return "\n# " + meaning(option, value) + "\n#" + Settings.key(option) + " = " + value + "\n";
  }

  private static String placeholder(OptionSpec option) {
    return option.arity().max() == 0 ? "false" : option.paramLabel();
  }

  private static String meaning(OptionSpec option, String value) {
    return String.join(" ", List.of(option.description())).replace(" (default: " + value + ")", "");
  }
}
