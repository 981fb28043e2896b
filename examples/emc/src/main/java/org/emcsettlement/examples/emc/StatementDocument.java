package org.emcsettlement.examples.emc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.StatementFile;
import org.emcsettlement.settlement.statement.StatementFinding;
import org.emcsettlement.settlement.trail.Trail;

/**
 * A statement file with the trail that lies beside it.
 *
 * @param bytes the file as it is
 * @param statement what it says
 * @param trail its trail, absent if no {@code trail.json} lies beside it
 */
record StatementDocument(byte[] bytes, Statement statement, Optional<Trail> trail) {

  static StatementDocument read(Path file, CommandConsole console) {
    byte[] bytes = bytes(file);
    FindingCollector findings = new FindingCollector();
    Optional<Statement> statement =
        StatementFile.read(TextSource.of(file.getFileName().toString(), text(bytes)), findings);
    if (statement.isEmpty()) {
      if (findings.findings().stream().anyMatch(StatementDocument::contradiction)) {
        console.out().println("MISMATCH  结算单自相矛盾 the statement contradicts itself");
        FindingList.print(findings.findings(), console.out());
        throw new DifferingInputException(file + ": was altered 结算单被改动");
      }
      console.refused(file, findings.findings());
      throw new InvalidInputException(file + ": is no statement 不是结算单");
    }
    Path beside = file.resolveSibling("trail.json");
    Optional<Trail> trail =
        Files.isRegularFile(beside) ? Optional.of(trail(beside)) : Optional.empty();
    return new StatementDocument(bytes, statement.get(), trail);
  }

  private static boolean contradiction(Finding finding) {
    return finding.code().equals(StatementFinding.DOES_NOT_ADD_UP.code());
  }

  /** Whether the trail beside it is the one that the statement names, if there is one. */
  boolean trailFits() {
    return trail.map(Trail::digest).filter(d -> !d.equals(statement.trailDigest())).isEmpty();
  }

  private static Trail trail(Path file) {
    try {
      return Trail.read(text(bytes(file)));
    } catch (IllegalArgumentException noTrail) {
      throw InvalidInputException.of(file.toString(), "不是计算轨迹", noTrail);
    }
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new InvalidInputException(file + ": cannot be read 无法读取: " + unreadable, unreadable);
    }
  }
}
