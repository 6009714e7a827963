package org.xinyidai.engine.resolution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.connectors.feed.SmallTable;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.models.subject.Uscc;

/**
 * What a record without a code says, and whose it truly is (标注记录).
 *
 * @param line in its file, the header being the first
 * @param named texts by the names in the file, without the truth
 * @param truth empty for nobody of the register
 */
public record LabelledClaim(long line, Map<String, String> named, Optional<Uscc> truth) {
  private static final List<String> TRUTH = List.of("trueUscc", "真实统一社会信用代码");

  /**
   * The rows of a CSV file: columns such as a utility sends, and the true code in one called {@code
   * trueUscc} or 真实统一社会信用代码, empty for nobody of the register.
   *
   * @throws UnreadableFile when the file cannot be read, has no true codes, or has one that is none
   */
  public static List<LabelledClaim> read(Path file) throws UnreadableFile {
    List<LabelledClaim> claims = new ArrayList<>();
    for (Map<String, String> row : SmallTable.readNamed(file)) {
      Map<String, String> named = new LinkedHashMap<>(row);
      String code =
          TRUTH.stream()
              .filter(row::containsKey)
              .findFirst()
              .map(named::remove)
              .orElseThrow(() -> new UnreadableFile(file + ": no column " + TRUTH.get(0)));
      long line = claims.size() + 2L;
      if (!code.isEmpty() && !Uscc.isWellFormed(code)) {
        throw new UnreadableFile(
            "%s: line %d: %s is no code; leave it empty for nobody".formatted(file, line, code));
      }
      Optional<Uscc> truth = code.isEmpty() ? Optional.empty() : Optional.of(new Uscc(code));
      claims.add(new LabelledClaim(line, named, truth));
    }
    return claims;
  }
}
