package org.xinyidai.engine.http.api;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.xinyidai.engine.feedback.Feedback;
import org.xinyidai.engine.feedback.Relay;
import org.xinyidai.engine.filing.Office;
import org.xinyidai.engine.http.docs.Installation;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.lead.LeadDesk;
import org.xinyidai.engine.lending.Loans;
import org.xinyidai.engine.login.Logins;
import org.xinyidai.engine.login.PasswordProfile;
import org.xinyidai.engine.login.ProviderLogins;
import org.xinyidai.engine.login.Sessions;
import org.xinyidai.engine.oidc.IdentityProviders;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.uptake.UptakeDesk;
import org.xinyidai.engine.verification.Verifications;
import org.xinyidai.models.subject.Uscc;

/**
 * What the API speaks for. The server does not own it: who opened the platform closes it.
 *
 * @param asksRealNames whether an enterprise must be verified before it consents or applies
 */
public record Backend(
    Platform platform,
    Accounts accounts,
    Sessions sessions,
    Logins logins,
    ProviderLogins providers,
    LeadDesk leads,
    Loans loans,
    UptakeDesk uptake,
    Office office,
    Feedback feedback,
    Installation installation,
    boolean asksRealNames) {

  /** People come in by the given profile. */
  public static Backend of(
      Platform platform, PasswordProfile profile, SecureRandom random, Installation installation) {
    Accounts accounts = new Accounts(platform.store(), random);
    Sessions sessions = new Sessions(platform.store(), accounts, random, platform.clock());
    Logins logins =
        new Logins(platform.store(), accounts, sessions, profile, random, platform.clock());
    ProviderLogins providers =
        new ProviderLogins(
            platform.store(), sessions, IdentityProviders.NONE, random, platform.clock());
    LeadDesk leads = new LeadDesk(platform, random);
    Loans loans = Loans.of(platform, accounts);
    UptakeDesk uptake = new UptakeDesk(platform);
    Office office = Office.of(platform, accounts, loans, uptake);
    return new Backend(
        platform,
        accounts,
        sessions,
        logins,
        providers,
        leads,
        loans,
        uptake,
        office,
        Feedback.of(platform),
        installation,
        false);
  }

  /** The same where an enterprise must be verified before it consents or applies. */
  public Backend askingRealNames() {
    return with(providers, feedback, true);
  }

  /** The same where people may come in by their organisation's provider. */
  public Backend withProviders(IdentityProviders known) {
    ProviderLogins by =
        new ProviderLogins(platform.store(), sessions, known, new SecureRandom(), platform.clock());
    return with(by, feedback, asksRealNames);
  }

  /** The same beside a relay that returns results. */
  public Backend returning(Relay relay) {
    return with(providers, feedback.returning(relay), asksRealNames);
  }

  /** What a setting of the server may change; all else stays. */
  private Backend with(ProviderLogins by, Feedback returned, boolean asksNames) {
    return new Backend(
        platform,
        accounts,
        sessions,
        logins,
        by,
        leads,
        loans,
        uptake,
        office,
        returned,
        installation,
        asksNames);
  }

  /** Refuses an enterprise that is not verified, where this is asked; reads the store. */
  void requireRealName(Uscc uscc) {
    if (asksRealNames && !new Verifications(platform.store()).isVerified(uscc)) {
      throw Refusal.of(ProblemType.NOT_VERIFIED);
    }
  }

  Instant now() {
    return platform.clock().instant();
  }

  /** The instant whose knowledge an answer uses: nothing is added to what was known by then. */
  Instant knownAt(Optional<Instant> asked) {
    Instant readable = platform.store().instant();
    return asked.filter(instant -> !instant.isAfter(readable)).orElse(readable);
  }

  /** The day on which an answer is stated that asks for none. */
  public LocalDate usualDay() {
    return installation.usualDay(platform.clock());
  }
}
