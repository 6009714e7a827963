package org.xinyidai.engine.http.api;

import java.util.Arrays;
import java.util.List;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.inquiry.FileKind;

/** A file that was sent as a body, checked by name, size and first bytes (附件). */
final class UploadedFile {
  private static final int LONGEST_NAME = 120;

  private final String name;
  private final FileKind kind;
  private final byte[] bytes;

  private UploadedFile(String name, FileKind kind, byte[] bytes) {
    this.name = name;
    this.kind = kind;
    this.bytes = bytes;
  }

  String name() {
    return name;
  }

  FileKind kind() {
    return kind;
  }

  /** Shared, not copied. */
  byte[] bytes() {
    return bytes;
  }

  /** What an endpoint for files takes. */
  static Intake intake() {
    return new Intake(types(), FileKind.MAX_BYTES, false);
  }

  /** The media types of all kinds. */
  static List<String> types() {
    return Arrays.stream(FileKind.values()).map(FileKind::contentType).toList();
  }

  /** What ends a name, is a path, or turns the reading of it around. */
  private static boolean isUnfit(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || c == '/'
        || c == '\\'
        || c == '"';
  }

  /** The file of a call whose query names it. */
  static UploadedFile of(Call call) {
    byte[] bytes = call.body().getBytes();
    String name = call.query("name").orElse("").strip();
    boolean named =
        !name.isEmpty()
            && name.length() <= LONGEST_NAME
            && name.codePoints().noneMatch(UploadedFile::isUnfit)
            && name.chars().anyMatch(c -> c != '.');
    if (!named) {
      throw Refusal.of(
              ProblemType.INVALID_PARAMETER,
              "请在 name 参数中给出文件名，不超过" + LONGEST_NAME + "字，不含路径",
              "Name the file in the parameter name: no path, at most "
                  + LONGEST_NAME
                  + " characters")
          .at("name");
    }
    FileKind kind =
        FileKind.of(call.bodyType(), bytes)
            .orElseThrow(
                () ->
                    Refusal.of(
                            ProblemType.INVALID_VALUE,
                            "文件内容与所报类型不符，请发送 PDF、PNG、JPEG、XLSX 或 DOCX",
                            "The file is not what it says: send PDF, PNG, JPEG, XLSX or DOCX")
                        .at("Content-Type"));
    if (!kind.fits(name)) {
      throw Refusal.of(
              ProblemType.INVALID_PARAMETER,
              "文件名的扩展名与文件类型不符，请改名后再发",
              "The name ends as another kind of file does; rename it")
          .at("name");
    }
    return new UploadedFile(name, kind, bytes);
  }
}
