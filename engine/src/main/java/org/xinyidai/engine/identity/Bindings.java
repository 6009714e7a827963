package org.xinyidai.engine.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.xinyidai.connectors.signature.VerifyingKey;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;

/** Certificates and public keys that accounts are bound to (绑定库), by account. */
public final class Bindings {
  /** The one in use and the one that takes its place, for two machines. */
  public static final int MOST = 4;

  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Store store;

  public Bindings(Store store) {
    this.store = store;
  }

  public Binding of(String accountId) {
    return store
        .read(view -> view.get(Family.BINDINGS, accountId.getBytes(UTF_8)))
        .map(bytes -> StoredJson.read(bytes, Binding.class))
        .orElse(Binding.NONE);
  }

  public static boolean isKeyId(String text) {
    return KEY_ID.matcher(text).matches();
  }

  /**
   * Binds an account to a certificate as well, as a part of a larger change.
   *
   * @return false when it has as many as it may have
   */
  public boolean bind(Changes changes, String accountId, CertificateFingerprint certificate) {
    Binding before = held(changes, accountId);
    List<String> certificates = new ArrayList<>(before.certificates());
    if (!certificates.contains(certificate.hex())) {
      certificates.add(certificate.hex());
    }
    return put(changes, accountId, new Binding(certificates, before.keys()));
  }

  /** The same for a public key; one of the same id is replaced. */
  public boolean bind(Changes changes, String accountId, String keyId, VerifyingKey key) {
    if (!isKeyId(keyId)) {
      throw new IllegalArgumentException("not the id of a key");
    }
    Binding before = held(changes, accountId);
    Map<String, String> keys = new TreeMap<>(before.keys());
    keys.put(keyId, key.pem());
    return put(changes, accountId, new Binding(before.certificates(), keys));
  }

  /**
   * Takes a certificate, by its fingerprint, or a key, by its id, away.
   *
   * @return false when the account is not bound to it
   */
  public boolean unbind(Changes changes, String accountId, String fingerprintOrKeyId) {
    Binding before = held(changes, accountId);
    List<String> certificates = new ArrayList<>(before.certificates());
    Map<String, String> keys = new TreeMap<>(before.keys());
    boolean certificate = certificates.remove(fingerprintOrKeyId);
    boolean key = keys.remove(fingerprintOrKeyId) != null;
    put(changes, accountId, new Binding(certificates, keys));
    return certificate || key;
  }

  private static boolean put(Changes changes, String accountId, Binding binding) {
    if (binding.certificates().size() > MOST || binding.keys().size() > MOST) {
      return false;
    }
    changes.put(Family.BINDINGS, accountId.getBytes(UTF_8), StoredJson.write(binding));
    return true;
  }

  private static Binding held(Changes changes, String accountId) {
    return changes
        .get(Family.BINDINGS, accountId.getBytes(UTF_8))
        .map(bytes -> StoredJson.read(bytes, Binding.class))
        .orElse(Binding.NONE);
  }
}
