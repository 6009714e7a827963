package org.xinyidai.engine.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.Feeds;
import org.xinyidai.models.subject.Uscc;

/** Rows of some feeds out of a few small numbers, so that most of them meet again. */
final class Delivered {
  private static final List<String> STATES = List.of("存续", "存续", "经营异常", "注销");

  private Delivered() {}

  /** The feeds by number. */
  enum Kind {
    INVOICE("vat_output"),
    ELECTRICITY("electricity"),
    RATING("tax_rating"),
    PENALTY("penalty"),
    LISTING("credit_list"),
    REGISTRATION("market_registration");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    Feed<?> feed() {
      return Feeds.byId(id).orElseThrow();
    }
  }

  /**
   * A row.
   *
   * @param name which fact of its feed and month it tells
   * @param variant what it says of it: another one corrects it, the same repeats it
   * @param monthsBack how late it is
   */
  record RowSpec(int firm, int name, int variant, int monthsBack) {}

  static Uscc firm(int number) {
    return Uscc.fromStem("91431103MA%06d".formatted(number));
  }

  /** Sends rows through ingest as one batch; none may be refused. */
  static void send(
      Ingest ingest,
      Kind kind,
      List<RowSpec> rows,
      LocalDate today,
      String key,
      @Nullable Instant knownAt) {
    String text =
        header(kind)
            + rows.stream()
                .map(row -> firm(row.firm()) + "," + fields(kind, row, today) + "\n")
                .collect(Collectors.joining());
    byte[] body = text.getBytes(UTF_8);
    try {
      Delivery delivery =
          knownAt == null
              ? Delivery.ofRequest(kind.feed(), "office", key, body)
              : Delivery.once(kind.feed(), key, new ByteArrayInputStream(body), knownAt);
      Receipt receipt =
          ingest.take(
              delivery,
              FeedReader.open(kind.feed(), new ByteArrayInputStream(body), Format.CSV),
              Progress.NONE);
      if (receipt.counts().rejected() > 0) {
        throw new AssertionError(text + receipt.counts().rejectedByReason());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(Kind kind) {
    return switch (kind) {
      case INVOICE ->
          "uscc,invoiceNumber,issuedOn,counterparty,amountYuan,taxYuan,totalYuan,status,invoiceCode\n";
      case ELECTRICITY ->
          "uscc,period,accountNumber,quantity,billedYuan,dueOn,paidOn,arrearsYuan\n";
      case RATING -> "uscc,publishedOn,year,grade\n";
      case PENALTY -> "uscc,decidedOn,documentNumber,kind,severity,legalBasis,fineYuan\n";
      case LISTING -> "uscc,decidedOn,list,action,documentNumber,legalBasis,authority\n";
      case REGISTRATION ->
          "uscc,recordedOn,change,name,foundedOn,status,industryCode,divisionCode,subjectType\n";
    };
  }

  private static String fields(Kind kind, RowSpec row, LocalDate today) {
    YearMonth month = YearMonth.from(today).minusMonths(1 + row.monthsBack());
    LocalDate day = month.atDay(3 + row.name());
    int v = row.variant();
    return switch (kind) {
      case INVOICE ->
          "%d,%s,B,%d.00,0,%d.00,%s,"
              .formatted(row.name(), day, 100 + v, 100 + v, v == 3 ? "VOID" : "VALID");
      case ELECTRICITY ->
          "%s,%d,%d,%d,%s,%s,%d"
              .formatted(
                  month,
                  row.name(),
                  500 + 100 * v,
                  400 + v,
                  month.plusMonths(1).atDay(15),
                  v == 3 ? "" : day.plusDays(1),
                  v == 3 ? 400 : 0);
      case RATING -> "%s,%d,%s".formatted(day, day.getYear() - 1, "ABCD".charAt(v));
      case PENALTY ->
          "%s,永罚〔%d〕%d号,罚款,一般,食品安全法第一百二十二条,%d"
              .formatted(day, day.getYear(), row.name(), 1_000 * (1 + v));
      case LISTING ->
          "%s,%s,%s,认〔%d〕1号,某法第三条,某局"
              .formatted(
                  day, v % 2 == 0 ? "严重失信主体名单" : "BLACK", v == 3 ? "信用修复" : "认定", row.name());
      case REGISTRATION -> "%s,现状,某公司,2019-05-06,%s,5199,431103,企业".formatted(day, STATES.get(v));
    };
  }
}
