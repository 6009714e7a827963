package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.models.calendar.Deadline;
import org.xinyidai.models.complaint.Complaint;
import org.xinyidai.models.complaint.ComplaintState;
import org.xinyidai.models.complaint.ComplaintWords.Against;
import org.xinyidai.models.complaint.ComplaintWords.Category;
import org.xinyidai.models.complaint.ComplaintWords.Channel;

/**
 * A complaint as its parties see it (投诉).
 *
 * @param dueOn the last day for what is owed now; null where nothing is
 * @param satisfied what the complainant said last; null where it said nothing
 */
record ComplaintView(
    String id,
    String complainant,
    String contact,
    String channel,
    String ticket,
    String category,
    String categoryZh,
    String against,
    String organisation,
    String text,
    String district,
    Instant at,
    String state,
    String stateZh,
    @Nullable String assignee,
    @Nullable LocalDate dueOn,
    boolean overdue,
    @Nullable LocalDate escalatedOn,
    @Nullable Boolean satisfied,
    List<Step> history) {
  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_NAME = 100;

  /** A step that was taken. */
  record Step(String step, String stepZh, String by, Instant at, String to, String note) {
    static Step of(Complaint.Taken taken) {
      return new Step(
          taken.step().code(),
          taken.step().titleZh(),
          taken.organisation(),
          taken.at(),
          taken.to(),
          taken.note());
    }
  }

  /** A page, the newest first. */
  record Listed(List<ComplaintView> complaints, @Nullable String next) {}

  /** A complaint as it is posted; complainant, contact, channel and ticket are the office's. */
  record ComplaintPosted(
      @Nullable String complainant,
      @Nullable String contact,
      @Nullable String channel,
      @Nullable String ticket,
      @Nullable String category,
      @Nullable String against,
      @Nullable String organisation,
      @Nullable String text) {

    /** The complaint, before it is known where its complainant is. */
    Complaint read(String id, Account account, Instant now, LocalDate today) {
      boolean online = account.role() == Role.ENTERPRISE;
      Against kind = oneOf("against", against, Against.values());
      String whom = bounded("organisation", organisation, kind == Against.PLATFORM ? 0 : 1);
      return new Complaint(
          id,
          online ? account.organisation() : bounded("complainant", complainant, 1),
          online ? "" : bounded("contact", contact, 0),
          online ? Channel.ONLINE : oneOf("channel", channel, Channel.values()),
          online ? "" : bounded("ticket", ticket, 0),
          oneOf("category", category, Category.values()),
          kind,
          kind == Against.PLATFORM ? "" : whom,
          words(),
          "",
          today,
          now,
          ComplaintState.FILED,
          null,
          null,
          List.of());
    }

    private String words() {
      String words = text == null ? "" : text.strip();
      if (words.isEmpty() || words.length() > LONGEST_TEXT) {
        throw Refusal.invalid(
            "text",
            "请填写投诉内容，不超过" + LONGEST_TEXT + "字",
            "say what happened in at most " + LONGEST_TEXT + " characters");
      }
      return words;
    }

    private static String bounded(String field, @Nullable String value, int least) {
      String words = value == null ? "" : value.strip();
      if (words.length() < least || words.length() > LONGEST_NAME) {
        throw Refusal.invalid(
            field, "请填写，不超过" + LONGEST_NAME + "字", "at most " + LONGEST_NAME + " characters");
      }
      return words;
    }

    private static <E extends Enum<E>> E oneOf(String field, @Nullable String code, E[] values) {
      return Arrays.stream(values)
          .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(code))
          .findFirst()
          .orElseThrow(
              () -> {
                String codes =
                    String.join(
                        ", ",
                        Arrays.stream(values)
                            .map(value -> value.name().toLowerCase(Locale.ROOT))
                            .toList());
                return Refusal.invalid(field, "可填：" + codes, "one of " + codes);
              });
    }
  }

  /** The same complaint where it belongs. */
  static Complaint placed(Complaint draft, String district) {
    return new Complaint(
        draft.id(),
        draft.complainant(),
        draft.contact(),
        draft.channel(),
        draft.ticket(),
        draft.category(),
        draft.against(),
        draft.organisation(),
        draft.text(),
        district,
        draft.filedOn(),
        draft.at(),
        draft.state(),
        draft.assignee(),
        draft.escalatedOn(),
        draft.history());
  }

  static ComplaintView of(Complaint complaint, Loans loans) {
    Deadline due = complaint.due(loans.calendar()).orElse(null);
    return new ComplaintView(
        complaint.id(),
        complaint.complainant(),
        complaint.contact(),
        complaint.channel().name().toLowerCase(Locale.ROOT),
        complaint.ticket(),
        complaint.category().name().toLowerCase(Locale.ROOT),
        complaint.category().titleZh(),
        complaint.against().name().toLowerCase(Locale.ROOT),
        complaint.organisation(),
        complaint.text(),
        complaint.district(),
        complaint.at(),
        complaint.state().name(),
        complaint.state().titleZh(),
        complaint.assignee(),
        due instanceof Deadline.On on ? on.day() : null,
        complaint.overdue(loans.today(), loans.calendar()),
        complaint.escalatedOn(),
        complaint.satisfied().orElse(null),
        complaint.history().stream().map(Step::of).toList());
  }
}
