package org.xinyidai.connectors.feed;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.record.Kind;

/**
 * The rows of a Parquet file (Parquet文件), row group by row group; nested columns are passed over.
 */
final class ParquetTable implements Table {
  /** A row group is in memory as it lies in the file, and page by page once inflated. */
  private static final long MAX_GROUP_BYTES = 256L << 20;

  private static final int MARK_BYTES = 4;

  private final Path path;
  private final boolean temporary;
  private final ParquetFileReader file;
  private final MessageType schema;
  private final List<Type> fields;
  private @Nullable RecordReader<Group> group;
  private long groupLeft;
  private @Nullable Group row;
  private long line;

  /**
   * @param temporary whether the file is deleted when the table is closed, or cannot be opened
   */
  ParquetTable(Path path, boolean temporary) throws IOException {
    this.path = path;
    this.temporary = temporary;
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new ParquetCodecs())
            .build();
    try {
      refuseForeign();
      file = new ParquetFileReader(new LocalInputFile(path), options);
    } catch (IOException | RuntimeException failure) {
      delete();
      throw damaged(failure);
    }
    try {
      MessageType whole = file.getFileMetaData().getSchema();
      fields = new ArrayList<>(whole.getFields().stream().filter(ParquetTable::isFlat).toList());
      schema = new MessageType(whole.getName(), fields);
      file.setRequestedSchema(schema);
      refuseLargeGroups();
    } catch (IOException | RuntimeException failure) {
      close();
      throw damaged(failure);
    }
  }

  @Override
  public List<String> header() {
    return fields.stream().map(Type::getName).toList();
  }

  @Override
  public boolean next() throws IOException {
    try {
      while (groupLeft == 0) {
        if (!openGroup()) {
          return false;
        }
      }
      groupLeft--;
      line++;
      row = group == null ? null : group.read();
      return true;
    } catch (IOException | RuntimeException failure) {
      throw damaged(failure);
    }
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public @Nullable String text(int place, @Nullable Kind kind) throws IOException {
    if (row == null || row.getFieldRepetitionCount(place) == 0) {
      return null;
    }
    try {
      return ParquetText.of(row, place, fields.get(place).asPrimitiveType());
    } catch (RuntimeException failure) {
      throw damaged(failure);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
    delete();
  }

  private void delete() throws IOException {
    if (temporary) {
      Files.deleteIfExists(path);
    }
  }

  /** The same four bytes stand at both ends; an end without them was cut off. */
  private void refuseForeign() throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "r")) {
      byte[] mark = new byte[MARK_BYTES];
      if (bytes.length() >= MARK_BYTES) {
        bytes.readFully(mark);
      }
      Signature signature = Signature.of(mark);
      if (signature != Signature.PARQUET) {
        throw new UnreadableFile(
            signature == Signature.LOCKED_PARQUET
                ? "the Parquet file is encrypted; write it without"
                : "this is no Parquet file though its name says so");
      }
      bytes.seek(Math.max(MARK_BYTES, bytes.length() - MARK_BYTES));
      if (bytes.read(mark) < MARK_BYTES || Signature.of(mark) != Signature.PARQUET) {
        throw new UnreadableFile("the Parquet data ends too early; send the file again");
      }
    }
  }

  private boolean openGroup() throws IOException {
    PageReadStore pages = file.readNextRowGroup();
    if (pages == null) {
      return false;
    }
    group =
        new ColumnIOFactory()
            .getColumnIO(schema)
            .getRecordReader(pages, new GroupRecordConverter(schema));
    groupLeft = pages.getRowCount();
    return true;
  }

  private void refuseLargeGroups() throws UnreadableFile {
    for (BlockMetaData block : file.getRowGroups()) {
      long bytes = 0;
      for (ColumnChunkMetaData chunk : block.getColumns()) {
        bytes += chunk.getTotalSize();
        ParquetCodecs.refuseUnknown(chunk.getCodec());
        if (chunk.getTotalSize() < 0 || bytes > MAX_GROUP_BYTES) {
          throw new UnreadableFile(
              "a row group of more than " + MAX_GROUP_BYTES + " bytes; write smaller ones");
        }
      }
    }
  }

  private static boolean isFlat(Type type) {
    return type.isPrimitive() && !type.isRepetition(Repetition.REPEATED);
  }

  private static IOException damaged(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableFile said) {
        return said;
      }
    }
    return new UnreadableFile("the Parquet data is damaged; send the file again", failure);
  }
}
