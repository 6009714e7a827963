package org.xinyidai.models.resolution;

import org.xinyidai.models.subject.Address;
import org.xinyidai.models.subject.EnterpriseName;

/**
 * What a record without a code says of the enterprise it is about (待归集主体信息). What it does not say
 * is empty.
 *
 * @param holder the name as a person's name would be compared, for accounts in the owner's name
 * @param representative legal representative or owner (法定代表人、经营者)
 * @param phone digits only
 * @param registrationNumber old registration number (工商注册号)
 * @param organisationCode nine characters (组织机构代码) without a hyphen
 * @param account the account at its utility, made unique by the feed (户号)
 */
public record Claim(
    EnterpriseName name,
    String holder,
    Address address,
    String representative,
    String phone,
    String registrationNumber,
    String organisationCode,
    String account) {}
