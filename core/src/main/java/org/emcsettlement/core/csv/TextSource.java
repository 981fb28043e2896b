package org.emcsettlement.core.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;

/**
 * Text with the name it is known by in findings. A gzip stream is recognised by its first bytes, a
 * byte-order mark is dropped, anything but UTF-8 is a finding.
 *
 * @param name the name, relative to its folder, with forward slashes
 * @param bytes opens the bytes
 */
public record TextSource(String name, Opener bytes) {

  private static final int GZIP_MAGIC = 0x1f8b;

  /** Opens the bytes of a source. */
  @FunctionalInterface
  public interface Opener {
    /**
     * Opens the bytes.
     *
     * @return a new stream
     * @throws IOException if they cannot be read
     */
    InputStream open() throws IOException;
  }

  /**
   * A file.
   *
   * @param folder the folder that the name is relative to
   * @param file the file, inside the folder or elsewhere
   * @return its source
   */
  public static TextSource of(Path folder, Path file) {
    Path relative = file.startsWith(folder) ? folder.relativize(file) : file;
    return new TextSource(relative.toString().replace('\\', '/'), () -> Files.newInputStream(file));
  }

  /**
   * Text that is already at hand.
   *
   * @param name its name in findings
   * @param text the text
   * @return its source
   */
  public static TextSource of(String name, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return new TextSource(name, () -> new ByteArrayInputStream(utf8));
  }

  /**
   * The whole text.
   *
   * @param findings takes a finding when the bytes cannot be read as UTF-8
   * @return the text without byte-order mark, absent when unreadable
   */
  public Optional<String> text(FindingCollector findings) {
    try {
      byte[] content = content();
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException notUtf8) {
      findings.add(EvidenceFinding.FILE_UNREADABLE, Place.file(name), "reason", "not UTF-8");
      return Optional.empty();
    } catch (IOException unreadable) {
      findings.add(
          EvidenceFinding.FILE_UNREADABLE,
          Place.file(name),
          "reason",
          unreadable.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private byte[] content() throws IOException {
    try (InputStream raw = bytes.open()) {
      byte[] content = raw.readAllBytes();
      if (content.length > 1 && (((content[0] & 0xff) << 8) | (content[1] & 0xff)) == GZIP_MAGIC) {
        try (InputStream inflated = new GZIPInputStream(new ByteArrayInputStream(content))) {
          return inflated.readAllBytes();
        }
      }
      return content;
    }
  }
}
