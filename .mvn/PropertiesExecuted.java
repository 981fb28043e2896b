import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fails the build when a compiled class named {@code ...Properties} left no test report with at
 * least one executed test. Argument: the build directory of one module.
 */
class PropertiesExecuted {

  private static final Pattern COUNTS =
      Pattern.compile("<testsuite[^>]*?\\btests=\"(\\d+)\"[^>]*?\\bskipped=\"(\\d+)\"", Pattern.DOTALL);

  public static void main(String[] args) throws IOException {
    Path build = Path.of(args[0]);
    Path classes = build.resolve("test-classes");
    if (!Files.isDirectory(classes)) {
      return;
    }
    List<String> idle;
    try (Stream<Path> files = Files.walk(classes)) {
      idle = files.filter(file -> file.getFileName().toString().matches("[^$]+Properties\\.class"))
          .map(file -> classes.relativize(file).toString().replace('/', '.').replace('\\', '.'))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .filter(name -> executed(build.resolve("surefire-reports/TEST-" + name + ".xml")) == 0)
          .sorted()
          .toList();
    }
    if (!idle.isEmpty()) {
      System.err.println("Property classes that were compiled but not executed: " + idle);
      System.exit(1);
    }
  }

  private static int executed(Path report) {
    try {
      if (!Files.exists(report)) {
        return 0;
      }
      Matcher counts = COUNTS.matcher(Files.readString(report));
      return counts.find() ? Integer.parseInt(counts.group(1)) - Integer.parseInt(counts.group(2)) : 0;
    } catch (IOException unreadable) {
      return 0;
    }
  }
}
