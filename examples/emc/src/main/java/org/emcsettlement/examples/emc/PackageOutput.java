package org.emcsettlement.examples.emc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.Digest;
import org.emcsettlement.settlement.packages.ConsolidatedFile;
import org.emcsettlement.settlement.packages.ConsolidatedStatement;

/** The layout of what settling a package writes, and what an earlier run wrote into a folder. */
final class PackageOutput {

  static final String CONSOLIDATED = "consolidated.json";
  static final String JOINT = "joint/";

  private static final String STATEMENT = "statement.json";
  private static final List<String> BESIDE = List.of("trail.json", "lines.csv", "statement.html");

  private PackageOutput() {}

  static String member(String id) {
    return "members/" + id + "/";
  }

  /**
   * The statements that the consolidated one in a folder stands for, with what was written beside
   * them. It holds their digests: a statement of any other content is not touched.
   */
  static List<String> written(Path folder) {
    List<String> files = new ArrayList<>();
    before(folder)
        .ifPresent(
            consolidated -> {
              consolidated.jointDigest().ifPresent(digest -> add(files, folder, JOINT, digest));
              for (ConsolidatedStatement.Member member : consolidated.members()) {
                member
                    .statementDigest()
                    .ifPresent(digest -> add(files, folder, member(member.id()), digest));
              }
            });
    return files;
  }

  private static Optional<ConsolidatedStatement> before(Path folder) {
    Path file = folder.resolve(CONSOLIDATED);
    try {
      return Files.isRegularFile(file)
          ? Optional.of(ConsolidatedFile.read(Files.readString(file, StandardCharsets.UTF_8)))
          : Optional.empty();
    } catch (IOException | RuleException foreign) {
      return Optional.empty();
    }
  }

  private static void add(List<String> files, Path folder, String inside, String digest) {
    Path statement = folder.resolve(inside + STATEMENT).normalize();
    try {
      if (statement.startsWith(folder.normalize())
          && Files.isRegularFile(statement)
          && Digest.sha256(Files.readAllBytes(statement)).equals(digest)) {
        BESIDE.forEach(name -> files.add(inside + name));
        files.add(inside + STATEMENT);
      }
    } catch (IOException unreadable) {
      throw new InvalidInputException(
          statement + ": cannot be read 无法读取: " + unreadable, unreadable);
    }
  }
}
