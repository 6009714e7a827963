package org.xinyidai.models.resolution;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.xinyidai.models.record.Feed;

/**
 * A column by which a record without a code tells whose it is (主体标识项), by the names that offices
 * and utilities give it.
 */
public enum ClaimColumn {
  NAME("name|accountName|户名|用户名称|客户名称|企业名称|单位名称|主体名称"),
  ADDRESS("address|地址|用电地址|用水地址|用气地址|用热地址|住所|经营场所"),
  REPRESENTATIVE("legalRepresentative|法定代表人|法人代表|负责人|经营者"),
  PHONE("phone|联系电话|电话|手机号"),
  REGISTRATION_NUMBER("registrationNumber|注册号|原注册号|工商注册号|营业执照注册号"),
  ORGANISATION_CODE("organisationCode|组织机构代码"),
  ACCOUNT("accountNumber|户号|用户编号");

  private final String headers;

  ClaimColumn(String headers) {
    this.headers = headers;
  }

  /**
   * Which of them a header means in a file of a feed; case and spaces around it do not matter. A
   * name that the feed itself uses is no claim, such as that of a permit; but its account is.
   */
  public static Optional<ClaimColumn> of(Feed<?> feed, String header) {
    String wanted = header.strip().toLowerCase(Locale.ROOT);
    for (ClaimColumn column : values()) {
      boolean named =
          Arrays.stream(column.headers.split("\\|"))
              .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(wanted));
      if (named) {
        boolean own = feed.columns().stream().anyMatch(c -> c.headers().contains(header.strip()));
        return own && column != ACCOUNT ? Optional.empty() : Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
