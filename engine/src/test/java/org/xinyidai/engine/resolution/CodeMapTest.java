package org.xinyidai.engine.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.resolution.CodeMap.Mapping;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CodeMapTest {
  private static final Uscc FIRST = Uscc.fromStem("92431100MA000001");
  private static final Uscc SECOND = Uscc.fromStem("92431100MA000002");

  @TempDir private Path folder;

  @Test
  void an_old_code_is_found_however_it_is_written_and_all_are_exported() {
    try (Store store = Store.open(folder, StoreOptions.small())) {
      CodeMap map = new CodeMap(store);
      map.put(
          List.of(
              new Mapping("431100000012345", FIRST, "市场监督管理局"),
              new Mapping("70846113-6", FIRST, "市场监督管理局")));
      map.put(List.of(new Mapping("４３１１００００００１２３４５", SECOND, "市场监督管理局")));
      assertEquals(Optional.of(SECOND), map.find("431100000012345"));
      assertEquals(Optional.of(FIRST), map.find("708461136"));
      assertEquals(Optional.empty(), map.find("1"));
      assertEquals(
          List.of("431100000012345", "708461136"),
          map.all().stream().map(Mapping::oldCode).toList());
    }
  }

  @Test
  void a_blank_old_code_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Mapping(" - ", FIRST, "x"));
  }
}
