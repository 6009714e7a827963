package org.xinyidai.connectors.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.xinyidai.connectors.feed.UnreadableFile;
import org.xinyidai.connectors.table.RawTable;
import org.xinyidai.connectors.table.TableOptions;
import org.xinyidai.connectors.table.TableReader;

/**
 * The enterprise tables of the BDCI 2020 contest on illegal fund-raising (企业非法集资风险预测): labels,
 * annual reports, taxes, news and counts of judgments and brands, one row per enterprise when done.
 */
final class EnterpriseRiskFolder {
  private static final String ID = "id";
  private static final String LABEL = "label";
  private static final String LABELS = "entprise_info.csv";

  private EnterpriseRiskFolder() {}

  static boolean matches(Path folder) {
    return Files.exists(file(folder, LABELS))
        && Files.exists(file(folder, "annual_report_info.csv"));
  }

  private static Path file(Path folder, String name) {
    Path zipped = folder.resolve(name + ".gz");
    return Files.exists(zipped) ? zipped : folder.resolve(name);
  }

  static NamedTable read(Path folder) throws UnreadableFile {
    RawTable labels = TableReader.read(file(folder, LABELS));
    List<String> notes = new ArrayList<>();
    List<Map<String, Map<String, String>>> parts =
        List.of(
            AnnualReports.summarise(rowsById(folder, "annual_report_info.csv")),
            TaxPayments.summarise(rowsById(folder, "tax_info.csv"), notes),
            News.summarise(rowsById(folder, "news_info.csv")),
            firstRows(rowsById(folder, "other_info.csv")));
    List<String> header = new ArrayList<>(List.of(ID, LABEL));
    for (Map<String, Map<String, String>> part : parts) {
      Set<String> names = new TreeSet<>();
      part.values().forEach(row -> names.addAll(row.keySet()));
      header.addAll(names);
    }
    int id = labels.header().indexOf(ID);
    int label = labels.header().indexOf(LABEL);
    List<List<String>> rows = new ArrayList<>();
    for (List<String> labelled : labels.rows()) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put(ID, labelled.get(id));
      row.put(LABEL, labelled.get(label));
      parts.forEach(part -> row.putAll(part.getOrDefault(labelled.get(id), Map.of())));
      rows.add(header.stream().map(name -> row.getOrDefault(name, "")).toList());
    }
    return new NamedTable(
        "bdci2020",
        new RawTable(header, rows),
        new TableOptions(LABEL, "1", Set.of(), ID, List.of()),
        notes);
  }

  /** The rows of a table by enterprise, each by the names of its columns. */
  private static Map<String, List<Map<String, String>>> rowsById(Path folder, String name)
      throws UnreadableFile {
    Path path = file(folder, name);
    Map<String, List<Map<String, String>>> byId = new LinkedHashMap<>();
    if (!Files.exists(path)) {
      return byId;
    }
    RawTable table = TableReader.read(path);
    int id = table.header().indexOf(ID);
    for (List<String> cells : table.rows()) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        if (i != id) {
          row.put(table.header().get(i), cells.get(i));
        }
      }
      byId.computeIfAbsent(cells.get(id), first -> new ArrayList<>()).add(row);
    }
    return byId;
  }

  private static Map<String, Map<String, String>> firstRows(
      Map<String, List<Map<String, String>>> rows) {
    Map<String, Map<String, String>> first = new LinkedHashMap<>();
    rows.forEach((id, own) -> first.put(id, own.get(0)));
    return first;
  }
}
