package org.xinyidai.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509KeyManager;
import org.xinyidai.engine.http.tls.TlsFiles;

/** Keys and certificates that the JDK's own keytool makes anew for a test, in a folder of it. */
public final class TestCertificates {
  private static final String PASSWORD = "changeit";

  private final Path folder;

  public TestCertificates(Path folder) {
    this.folder = folder;
  }

  /** A key with its certificate, in PEM files and in a store of the JDK. */
  public record Pair(Path key, Path certificate, Path store) {
    public TlsFiles server() {
      return new TlsFiles(key, certificate, null);
    }

    /** The same, asking clients for certificates of an authority. */
    public TlsFiles serverFor(Pair authority) {
      return new TlsFiles(key, certificate, authority.certificate());
    }
  }

  /** Signed by itself, for this machine. */
  public Pair server(String name) {
    return selfSigned(name, "-ext", "san=ip:127.0.0.1,dns:localhost", "-validity", "30");
  }

  public Pair ended(String name) {
    return selfSigned(name, "-startdate", "-10d", "-validity", "5");
  }

  public Pair weak(String name) {
    Path store = folder.resolve(name + ".p12");
    generate(store, name, "-keyalg", "RSA", "-keysize", "1024");
    return pair(name, store);
  }

  public Pair authority(String name) {
    return selfSigned(name, "-ext", "bc:critical=ca:true", "-validity", "30");
  }

  /** A client's certificate that an authority signed. */
  public Pair client(String name, Pair authority) {
    Path store = folder.resolve(name + ".p12");
    Path request = folder.resolve(name + ".csr");
    Path signed = folder.resolve(name + "-signed.pem");
    generate(store, name, "-keyalg", "EC", "-groupname", "secp256r1");
    keytool(store, "-certreq", "-file", request.toString());
    keytool(
        authority.store(),
        "-gencert",
        "-rfc",
        "-infile",
        request.toString(),
        "-outfile",
        signed.toString());
    keytool(
        store, "-importcert", "-noprompt", "-alias", "ca", "-file", authority.certificate() + "");
    keytool(store, "-importcert", "-noprompt", "-file", signed.toString());
    return pair(name, store);
  }

  private Pair selfSigned(String name, String... more) {
    Path store = folder.resolve(name + ".p12");
    List<String> options = new ArrayList<>(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    options.addAll(List.of(more));
    generate(store, name, options.toArray(String[]::new));
    return pair(name, store);
  }

  private static void generate(Path store, String name, String... more) {
    List<String> options = new ArrayList<>(List.of("-genkeypair", "-dname", "CN=" + name));
    options.addAll(List.of(more));
    keytool(store, options.toArray(String[]::new));
  }

  private Pair pair(String name, Path store) {
    try {
      KeyStore keys = load(store);
      Path key = folder.resolve(name + "-key.pem");
      Path certificate = folder.resolve(name + "-cert.pem");
      byte[] secret = keys.getKey("own", PASSWORD.toCharArray()).getEncoded();
      Files.writeString(key, pem("PRIVATE KEY", secret));
      Files.writeString(certificate, pem("CERTIFICATE", keys.getCertificate("own").getEncoded()));
      return new Pair(key, certificate, store);
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void keytool(Path store, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    if (!command.contains("-alias")) {
      command.addAll(List.of("-alias", "own"));
    }
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** What a client trusts, and shows when it is asked. */
  public static SSLContext context(Pair trusted, Pair... shown) {
    try {
      KeyStore trust = KeyStore.getInstance("PKCS12");
      trust.load(null, null);
      trust.setCertificateEntry("server", read(trusted.certificate()));
      TrustManagerFactory trusts = TrustManagerFactory.getInstance("PKIX");
      trusts.init(trust);
      KeyManagerFactory keys = KeyManagerFactory.getInstance("NewSunX509");
      keys.init(shown.length == 0 ? trust : load(shown[0].store()), PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManager[] shows =
          shown.length == 0
              ? new KeyManager[0]
              : new KeyManager[] {new Insisting((X509KeyManager) keys.getKeyManagers()[0])};
      context.init(shows, trusts.getTrustManagers(), new SecureRandom());
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public static Certificate read(Path certificate) {
    try (InputStream in = Files.newInputStream(certificate)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Shows its certificate whichever authorities the server asks for. */
  private static final class Insisting extends X509ExtendedKeyManager {
    private final X509KeyManager keys;
    private final String alias;

    Insisting(X509KeyManager keys) {
      this.keys = keys;
      this.alias = keys.getClientAliases("EC", null)[0];
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
      return new String[] {alias};
    }

    @Override
    public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
      return alias;
    }

    @Override
    public String chooseEngineClientAlias(String[] keyType, Principal[] issuers, SSLEngine engine) {
      return alias;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
      return alias;
    }

    @Override
    public X509Certificate[] getCertificateChain(String name) {
      return keys.getCertificateChain(name);
    }

    @Override
    public PrivateKey getPrivateKey(String name) {
      return keys.getPrivateKey(name);
    }
  }

  private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      return keys;
    }
  }

  private static String pem(String label, byte[] bytes) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
        + "\n-----END "
        + label
        + "-----\n";
  }
}
