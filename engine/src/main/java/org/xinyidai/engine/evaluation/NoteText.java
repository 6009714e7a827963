package org.xinyidai.engine.evaluation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a table became a sample, for people (数据处理说明). A note of another form stays as it is. */
final class NoteText {
  private record Form(Pattern english, String chinese) {
    static Form of(String english, String chinese) {
      return new Form(Pattern.compile(english), chinese);
    }
  }

  private static final List<Form> FORMS =
      List.of(
          Form.of("(\\d+) rows without a label are left out", "$1 行没有标签，未使用"),
          Form.of("(.+) names the rows and is left out", "$1 是各行的编号，未使用"),
          Form.of("(.+) never changes and is left out", "$1 的取值始终不变，未使用"),
          Form.of("(.+) tells the outcome and is left out", "$1 直接反映结果，未使用"),
          Form.of(
              "(.+) holds codes that are no amounts, each kept apart: (.+)",
              "$1 含有不是数额的代码，各自单独成箱：$2"),
          Form.of("all of (.+) but (.+) is taken as good: (.+)", "$1 中除 $2 外均视为好样本：$3"),
          Form.of(
              "(\\d+) tax rows are (\\d+) payments.*", "$1 行纳税记录实为 $2 笔缴款：同一笔金额在多个税目下重复列示，先去重再合计"),
          Form.of(
              "column (.+) alone reaches AUC ([\\d.]+); if it is known only after the outcome,.*",
              "变量 $1 单独的 AUC 即达 $2；若它在结果之后才知道，请用 --drop 剔除"));

  private NoteText() {}

  static List<String> zh(List<String> notes) {
    return notes.stream().map(NoteText::zh).toList();
  }

  static String zh(String note) {
    for (Form form : FORMS) {
      Matcher matcher = form.english().matcher(note);
      if (matcher.matches()) {
        return matcher.replaceFirst(form.chinese());
      }
    }
    return note;
  }
}
