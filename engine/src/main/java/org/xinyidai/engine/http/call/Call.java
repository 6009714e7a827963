package org.xinyidai.engine.http.call;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Token;
import org.xinyidai.models.subject.Uscc;

/** A request that was let in, read by its parts. Every part that is wrong is a refusal. */
public final class Call {
  /** The cookie in which a browser keeps its session. */
  public static final String SESSION_COOKIE = "__Host-xyd";

  private static final String ACCESS = "xinyidai.access";
  private static final LocalDate EARLIEST_DAY = LocalDate.of(1990, 1, 1);
  private static final LocalDate LATEST_DAY = LocalDate.of(2100, 12, 31);

  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

  private final RoutingContext context;

  public Call(RoutingContext context) {
    this.context = context;
  }

  /** Notes who was let in. */
  public static void admit(RoutingContext context, Access access) {
    context.put(ACCESS, access);
  }

  /** Who was let in, if the gate has let anyone in yet. */
  public static Optional<Access> admitted(RoutingContext context) {
    return Optional.ofNullable(context.get(ACCESS));
  }

  /** Who calls; asked only where the operation is not open to all. */
  public Access access() {
    return admitted(context).orElseThrow(() -> new IllegalStateException("an open operation"));
  }

  /** Whether nobody was let in, because the operation is open to all. */
  public boolean isOfStranger() {
    return admitted(context).isEmpty();
  }

  public HttpMethod method() {
    return context.request().method();
  }

  /** Path and query as they were sent. */
  public String target() {
    return context.request().uri();
  }

  /** Has something done when the answer is over, however it ended. */
  public void whenEnded(Runnable done) {
    context.addEndHandler(ended -> done.run());
  }

  /** A parameter of the path. */
  public String path(String name) {
    return Optional.ofNullable(context.pathParam(name)).orElseThrow();
  }

  /** The enterprise that the path names. */
  public Uscc uscc() {
    return usccOf("uscc", path("uscc"));
  }

  /** A code out of untrusted text. */
  public static Uscc usccOf(String field, String text) {
    if (!Uscc.isWellFormed(text)) {
      throw Refusal.of(
              ProblemType.INVALID_PARAMETER,
              "统一社会信用代码须为18位且校验位正确（GB 32100-2015）",
              "A unified social credit code has 18 characters with right check characters")
          .at(field);
    }
    return new Uscc(text);
  }

  /** A value of an enum in the query, written in small letters; empty where it is not given. */
  public <E extends Enum<E>> Optional<E> oneOf(String name, E[] values) {
    return query(name)
        .map(
            text ->
                Arrays.stream(values)
                    .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            Refusal.of(
                                    ProblemType.INVALID_PARAMETER,
                                    name + " 取值见接口说明",
                                    "The values of " + name + " are in the description")
                                .at(name)));
  }

  /** A query parameter; empty when it is not there. */
  public Optional<String> query(String name) {
    List<String> values = context.queryParam(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** A day such as {@code 2024-03-05}. */
  public Optional<LocalDate> day(String name) {
    return query(name)
        .map(
            text -> {
              LocalDate day = dayOrNull(text);
              if (day == null || day.isBefore(EARLIEST_DAY) || day.isAfter(LATEST_DAY)) {
                throw Refusal.of(
                        ProblemType.INVALID_PARAMETER,
                        "日期格式为 YYYY-MM-DD，范围1990年至2100年",
                        "A day is written YYYY-MM-DD and lies between 1990 and 2100")
                    .at(name);
              }
              return day;
            });
  }

  /** A month such as {@code 2024-03}. */
  public Optional<YearMonth> month(String name) {
    return query(name)
        .map(
            text -> {
              if (!MONTH.matcher(text).matches()) {
                throw Refusal.of(
                        ProblemType.INVALID_PARAMETER,
                        "月份格式为 YYYY-MM",
                        "A month is written YYYY-MM")
                    .at(name);
              }
              return YearMonth.parse(text);
            });
  }

  /** An instant such as {@code 2024-03-05T08:00:00Z}, not after the given one. */
  public Optional<Instant> instant(String name, Instant latest) {
    return query(name)
        .map(
            text -> {
              Instant instant = instantOrNull(text);
              if (instant == null || instant.isAfter(latest)) {
                throw Refusal.of(
                        ProblemType.INVALID_PARAMETER,
                        "时刻格式为 2024-03-05T08:00:00Z（UTC），且不得晚于当前时刻",
                        "An instant is written 2024-03-05T08:00:00Z (UTC) and is not in the future")
                    .at(name);
              }
              return instant;
            });
  }

  /** A whole number within bounds, or the one to use when it is absent. */
  public int number(String name, int absent, int least, int most) {
    return query(name)
        .map(
            text -> {
              if (!text.matches("\\d{1,9}")
                  || Integer.parseInt(text) < least
                  || Integer.parseInt(text) > most) {
                throw Refusal.of(
                        ProblemType.INVALID_PARAMETER,
                        "须为 " + least + " 至 " + most + " 的整数",
                        "A whole number from " + least + " to " + most)
                    .at(name);
              }
              return Integer.parseInt(text);
            })
        .orElse(absent);
  }

  /** The body, as it was sent. */
  public Buffer body() {
    Buffer body = context.body().buffer();
    return body == null ? Buffer.buffer() : body;
  }

  /** The body read into a record of the API. */
  public <T> T json(Class<T> type) {
    return Json.read(body(), type);
  }

  /** The token of the browser's session; empty where none came along. */
  public Optional<Token> sessionToken() {
    return sessionToken(context.request());
  }

  public static Optional<Token> sessionToken(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(SESSION_COOKIE))
        .map(Cookie::getValue)
        .filter(Token::isWellFormed)
        .map(Token::of);
  }

  /** Another cookie that holds a token; empty where none came along. */
  public Optional<Token> tokenCookie(String name) {
    return Optional.ofNullable(context.request().getCookie(name))
        .map(Cookie::getValue)
        .filter(Token::isWellFormed)
        .map(Token::of);
  }

  /** A request header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(context.request().getHeader(name));
  }

  /** The media type of the body, in lower case and without parameters. */
  public String bodyType() {
    return Negotiation.bodyType(context);
  }

  /** The media type that the caller wants, out of those that the endpoint produces. */
  public String wantedType() {
    return context.getAcceptableContentType();
  }

  private static @Nullable LocalDate dayOrNull(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable Instant instantOrNull(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
