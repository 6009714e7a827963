package org.xinyidai.connectors.calendar;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.xinyidai.models.calendar.HolidayNotice;
import org.xinyidai.models.calendar.WorkingCalendar;

/**
 * Holiday notices (放假通知) as JSON: a list of {@code {year, document, daysOff: [{name, from, to}],
 * workdays: [day]}} in the order in which they were issued. An unknown field is refused, so that a
 * misspelt one is not silently a year without holidays.
 */
public final class HolidayNotices {
  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private HolidayNotices() {}

  /** The calendar of the notices that come with the program. */
  public static WorkingCalendar bundled() {
    try (InputStream in = HolidayNotices.class.getResourceAsStream("holidays.json")) {
      return WorkingCalendar.of(read(Objects.requireNonNull(in, "holidays.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads notices; the stream stays open.
   *
   * @throws IOException when the text is not JSON of the form above
   */
  public static List<HolidayNotice> read(InputStream in) throws IOException {
    return JSON.readValue(in, new TypeReference<List<HolidayNotice>>() {});
  }
}
