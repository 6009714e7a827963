package org.xinyidai.engine.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.subject.Uscc;

/**
 * A file of accounts with their tokens and invitations (演示账户), for their owner's eyes only: mode
 * 0600.
 */
public final class AccountFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private AccountFile() {}

  /** One entry; an organisation without a code has none, a machine no invitation. */
  @JsonInclude(Include.ALWAYS)
  record Entry(
      String role,
      String name,
      @Nullable String uscc,
      String organisation,
      String token,
      @Nullable String invitation) {
    static Entry of(IssuedAccount issued, @Nullable Token invitation) {
      Account account = issued.account();
      String uscc = account.uscc().map(Uscc::value).orElse(null);
      return new Entry(
          account.role().id(),
          account.name(),
          uscc,
          account.organisation(),
          issued.token().reveal(),
          invitation == null ? null : invitation.reveal());
    }
  }

  /**
   * Writes the file whole or not at all, in place of one that stood there. It is never readable by
   * others, not even while it is being written.
   *
   * @param invitations by the id of an account
   */
  public static void write(Path file, List<IssuedAccount> accounts, Map<String, Token> invitations)
      throws IOException {
    List<Entry> entries =
        accounts.stream()
            .map(issued -> Entry.of(issued, invitations.get(issued.account().id())))
            .toList();
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    FileAttribute<Set<PosixFilePermission>> mode = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    EnumSet<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (SeekableByteChannel channel = Files.newByteChannel(draft, options, mode)) {
      new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValue(Channels.newOutputStream(channel), entries);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
