package org.xinyidai.engine.http;

import java.util.List;
import java.util.Random;

/** What nobody sends who means well: values, documents and bytes, each to be drawn at random. */
final class HostileTexts {
  /** Tokens that stand for a member's value in JSON, well formed or not. */
  static final List<String> TOKENS =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1.5",
          "1e400",
          "-9223372036854775808",
          "9223372036854775807",
          "9".repeat(400),
          "NaN",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\u202e\\u2066\"",
          "\"\uD83D\uDE00𠮷\"",
          "\"" + "长".repeat(3_000) + "\"",
          "\"=cmd|'/c calc'!A1\"",
          "\"../../../../secret\"",
          "\"<script>alert(1)</script>\"",
          "\"' OR '1'='1\"",
          "\"${jndi:ldap://127.0.0.1/a}\"",
          "\"%s%n%d\"",
          "\"2024-02-30\"",
          "\"+999999999-12-31\"",
          "\"-999999999-01-01T00:00:00Z\"",
          "\"9999-12-31\"",
          "\"1990-01-01\"",
          "[]",
          "{}",
          "[null]",
          "{\"a\":1,\"a\":2}",
          "[".repeat(40) + "]".repeat(40),
          "[".repeat(2_000),
          "\"\n\"",
          "\"");

  /** Documents that are no JSON of ours. */
  private static final List<String> DOCUMENTS =
      List.of(
          "",
          " ",
          "null",
          "[]",
          "\"text\"",
          "1",
          "{",
          "{}",
          "{}{}",
          "{}x",
          "\ufeff{}",
          "{\"__proto__\":{}}",
          "{\"\":\"\"}",
          "{\"@class\":\"a.b.C\"}",
          "[".repeat(3_000) + "]".repeat(3_000),
          "{\"a\":".repeat(500) + "1" + "}".repeat(500),
          "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///x\">]><a>&b;</a>",
          "uscc,day\n1,2\n",
          "uscc;day\r\n\"",
          "a,a\n1,1\n",
          ",,,,\n,,,,\n",
          "\0\0\0\0",
          "PK\u0003\u0004",
          "PAR1PAR1",
          "ARROW1\0\0");

  /** Texts for a path or a query, before they are escaped. */
  private static final List<String> PLAIN =
      List.of(
          "-1",
          "0",
          "2147483648",
          "99999999999999999999",
          "1e9",
          "0x10",
          "１２",
          "null",
          "true",
          "2024-02-30",
          "２０２４-01-01",
          "+999999999-12-31",
          "9999-12-31T23:59:59.999999999Z",
          "2024-01",
          "0000-01",
          "../..",
          "a/b",
          "a\\b",
          "a;b=c",
          "\0",
          "\r\nX: y",
          "\uD83D\uDE00",
          "企业",
          "\u202e",
          "'\"<>&",
          "${1+1}",
          "%00",
          "*",
          "91350100M000100Y4",
          "91350100m000100y43",
          RunningServer.OTHER_USCC,
          "d-000000000000000000000000",
          "r-0:1",
          "r-0f3c:99999999999999999999",
          "a".repeat(65),
          "a".repeat(1_000),
          "字".repeat(200));

  private HostileTexts() {}

  static String token(Random random) {
    return pick(TOKENS, random);
  }

  static String document(Random random) {
    return pick(DOCUMENTS, random);
  }

  static String plain(Random random) {
    return pick(PLAIN, random);
  }

  static <T> T pick(List<T> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }
}
