package org.xinyidai.engine.filing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report as it was filed (报送存根). Nothing of it changes; a correction is another version.
 *
 * @param id of pack, period and version, such as {@code genhe-2023_2026-10_1}
 * @param version from 1 on
 * @param office organisation that filed
 * @param account who did
 * @param dueOn last day in time
 * @param timeliness code: in_time, late, unknown
 * @param replaces id of the version that it corrects; null for the first
 * @param reason of the correction; empty for the first
 * @param auditNumber the last entry of the audit before it: by that the data can be found again
 * @param signature SM2 over {@link #statement}, DER in hexadecimal
 * @param publicKey of the platform on that day, in hexadecimal
 */
public record Filing(
    String id,
    String pack,
    String period,
    int version,
    LocalDate asOf,
    String office,
    String account,
    Instant filedAt,
    @Nullable LocalDate dueOn,
    String timeliness,
    @Nullable String replaces,
    String reason,
    long auditNumber,
    List<FiledFile> files,
    String signature,
    String publicKey) {
  public Filing {
    files = List.copyOf(files);
  }

  /**
   * A file of it.
   *
   * @param sm3 digest of its bytes, in hexadecimal
   */
  public record FiledFile(FileForm form, int bytes, String sm3) {}

  static String id(String pack, String period, int version) {
    return pack + "_" + period + "_" + version;
  }

  /** The same, signed. */
  Filing signed(String signatureHex, String publicHex) {
    return new Filing(
        id,
        pack,
        period,
        version,
        asOf,
        office,
        account,
        filedAt,
        dueOn,
        timeliness,
        replaces,
        reason,
        auditNumber,
        files,
        signatureHex,
        publicHex);
  }

  public Optional<FiledFile> file(FileForm form) {
    return files.stream().filter(file -> file.form() == form).findFirst();
  }

  /** What is signed: every part but the signature itself, a line each. */
  public byte[] statement() {
    StringBuilder text = new StringBuilder("xinyidai filing 1\n");
    for (Object part :
        new Object[] {
          id,
          pack,
          period,
          version,
          asOf,
          office,
          account,
          filedAt,
          dueOn,
          timeliness,
          replaces,
          reason.replaceAll("\\s", " "),
          auditNumber
        }) {
      text.append(part).append('\n');
    }
    for (FiledFile file : files) {
      text.append(file.form().ending()).append(' ').append(file.sm3()).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }
}
