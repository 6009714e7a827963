package org.xinyidai.engine.identity;

import static org.xinyidai.engine.identity.Role.ADMIN;
import static org.xinyidai.engine.identity.Role.AUDITOR;
import static org.xinyidai.engine.identity.Role.BANK;
import static org.xinyidai.engine.identity.Role.ENTERPRISE;
import static org.xinyidai.engine.identity.Role.OFFICE;

import java.util.List;
import java.util.Map;

/**
 * Who may do what on the market of demands and products (融资撮合权限). A part of {@link Permissions}.
 */
final class MarketPermissions {
  /** What a lender does before a product is on the shelf; nobody else sees any of it. */
  private static final List<Operation> PREPARING =
      List.of(
          Operation.LIST_PRODUCT_DRAFTS,
          Operation.POST_PRODUCT_DRAFT,
          Operation.GET_PRODUCT_DRAFT,
          Operation.REVISE_PRODUCT_DRAFT,
          Operation.LINT_PRODUCT_DRAFT,
          Operation.TRY_PRODUCT_DRAFT,
          Operation.SIGN_PRODUCT_DRAFT,
          Operation.PUBLISH_PRODUCT_DRAFT,
          Operation.DISCARD_PRODUCT_DRAFT);

  private MarketPermissions() {}

  static void put(Map<Operation, Rule> table) {
    demands(table);
    screening(table);
    products(table);
  }

  /** Demands, matches and the shelf. */
  private static void demands(Map<Operation, Rule> table) {
    table.put(Operation.POST_DEMAND, Rule.closed().own(ENTERPRISE));
    table.put(Operation.LIST_DEMANDS, Rule.closed().own(ENTERPRISE).all(OFFICE).districts());
    table.put(Operation.REVISE_DEMAND, Rule.closed().own(ENTERPRISE));
    table.put(Operation.CLOSE_DEMAND, Rule.closed().own(ENTERPRISE));
    table.put(Operation.GET_DEMAND, Rule.closed().own(ENTERPRISE).all(OFFICE).districts());
    table.put(Operation.GET_MATCHES, Rule.closed().own(ENTERPRISE).all(OFFICE).districts());
    // A lender sees its own products alone: what its rivals prepare is theirs.
    table.put(
        Operation.LIST_PRODUCTS,
        Rule.closed().own(BANK).all(ENTERPRISE, OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(
        Operation.GET_PRODUCT,
        Rule.closed().own(BANK).all(ENTERPRISE, OFFICE, AUDITOR, ADMIN).everywhere());
    // How conditions are written is no secret: an enterprise declares by the same names.
    table.put(
        Operation.LIST_PRODUCT_ATTRIBUTES,
        Rule.closed().all(ENTERPRISE, BANK, OFFICE, AUDITOR, ADMIN).everywhere());
  }

  /** Screening, saved searches and leads. */
  private static void screening(Map<Operation, Rule> table) {
    // A lender screens everyone in bands and without names: what lies behind is by consent.
    table.put(Operation.LIST_SCREENING_ATTRIBUTES, Rule.closed().all(BANK, OFFICE).everywhere());
    table.put(Operation.COUNT_SCREENING, Rule.closed().own(BANK).all(OFFICE));
    table.put(Operation.POST_SCREENING, Rule.closed().own(BANK).all(OFFICE));
    table.put(Operation.POST_SCREENING_INDEX, Rule.closed().all(OFFICE, ADMIN));
    table.put(Operation.POST_SAVED_SEARCH, Rule.closed().own(BANK));
    table.put(Operation.LIST_SAVED_SEARCHES, Rule.closed().own(BANK));
    table.put(Operation.GET_SAVED_SEARCH, Rule.closed().own(BANK));
    table.put(Operation.REMOVE_SAVED_SEARCH, Rule.closed().own(BANK));
    table.put(Operation.POST_LEADS, Rule.closed().own(BANK));
    table.put(Operation.LIST_LEAD_EXPORTS, Rule.closed().own(BANK));
    table.put(Operation.GET_LEAD_EXPORT, Rule.closed().own(BANK));
    // Whoever finds a leaked row asks who pulled it.
    table.put(Operation.TRACE_LEAD, Rule.closed().all(OFFICE, AUDITOR));
    table.put(Operation.INVITE_LEAD, Rule.closed().own(BANK));
    table.put(Operation.GET_LEAD_QUOTA, Rule.closed().own(BANK).all(OFFICE));
    table.put(Operation.POST_LEAD_QUOTA, Rule.closed().all(OFFICE));
  }

  /** Drafts, versions, quotas, policy tools and matching days. */
  private static void products(Map<Operation, Rule> table) {
    // A lender's own products go by a draft that a second person of it has signed.
    table.put(Operation.POST_PRODUCT, Rule.closed().all(ADMIN));
    for (Operation operation : PREPARING) {
      table.put(operation, Rule.closed().own(BANK));
    }
    table.put(
        Operation.LIST_PRODUCT_VERSIONS,
        Rule.closed().own(BANK).all(ENTERPRISE, OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(
        Operation.GET_PRODUCT_VERSION,
        Rule.closed().own(BANK).all(ENTERPRISE, OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(Operation.WITHDRAW_PRODUCT, Rule.closed().own(BANK).all(ADMIN));
    table.put(Operation.GET_PRODUCT_QUOTA, Rule.closed().own(BANK).all(OFFICE).everywhere());
    table.put(Operation.SET_PRODUCT_QUOTA, Rule.closed().own(BANK));
    table.put(
        Operation.LIST_POLICY_TOOLS,
        Rule.closed().all(ENTERPRISE, BANK, OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(
        Operation.GET_POLICY_TOOL,
        Rule.closed().all(ENTERPRISE, BANK, OFFICE, AUDITOR, ADMIN).everywhere());
    table.put(Operation.POST_POLICY_TOOL, Rule.closed().all(OFFICE));
    table.put(Operation.GET_MATCH_DAY, Rule.closed().all(OFFICE));
    table.put(Operation.HOLD_MATCH_DAY, Rule.closed().all(OFFICE));
    // An enterprise sees what it was advised, a lender how many were advised to come to it.
    table.put(Operation.LIST_MATCH_DAYS, Rule.closed().own(ENTERPRISE, BANK).all(OFFICE));
    table.put(Operation.GET_HELD_MATCH_DAY, Rule.closed().own(ENTERPRISE, BANK).all(OFFICE));
  }
}
