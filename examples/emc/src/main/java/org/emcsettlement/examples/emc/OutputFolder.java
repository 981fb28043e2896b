package org.emcsettlement.examples.emc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files that appear together: they are written into a folder aside and then renamed, so that a run
 * that fails leaves the output folder as it was.
 */
final class OutputFolder {

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Set<String> outdated = new LinkedHashSet<>();

  OutputFolder add(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  OutputFolder add(String name, String text) {
    return add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file that an earlier run wrote and that goes, unless this one writes it again. */
  OutputFolder withdraw(String name) {
    outdated.add(name);
    return this;
  }

  /** Writes all files; files of other names that are there already stay, unless withdrawn. */
  void write(Path folder) {
    Path target = folder.toAbsolutePath().normalize();
    Path parent = target.getParent();
    if (parent == null || (Files.exists(target) && !Files.isDirectory(target))) {
      throw new InvalidInputException(folder + ": is not a folder to write into 不能作为输出文件夹");
    }
    try {
      Files.createDirectories(parent);
      Path aside = Files.createTempDirectory(parent, "." + target.getFileName() + "-");
      try {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          Path path = aside.resolve(file.getKey());
          Files.createDirectories(path.getParent());
          Files.write(path, file.getValue());
        }
        for (String name : files.keySet()) {
          Path path = target.resolve(name);
          Files.createDirectories(path.getParent());
          Files.move(
              aside.resolve(name),
              path,
              StandardCopyOption.ATOMIC_MOVE,
              StandardCopyOption.REPLACE_EXISTING);
        }
        for (String name : outdated) {
          if (!files.containsKey(name)) {
            withdraw(target.resolve(name));
          }
        }
      } finally {
        delete(aside);
      }
    } catch (IOException unwritable) {
      throw new InvalidInputException(
          folder + ": cannot be written 无法写入: " + unwritable, unwritable);
    }
  }

  /** Deletes a file, and its folder if that is empty then. */
  private static void withdraw(Path file) throws IOException {
    Files.deleteIfExists(file);
    Path folder = file.getParent();
    if (folder != null && Files.isDirectory(folder)) {
      try (Stream<Path> left = Files.list(folder)) {
        if (left.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }
}
