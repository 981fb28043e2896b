package org.emcsettlement.examples.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.EvidenceFolder;
import org.emcsettlement.settlement.LineDifference;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.Verification;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.StatementFile;
import org.emcsettlement.settlement.trail.Node;
import org.emcsettlement.settlement.trail.Trail;
import org.emcsettlement.settlement.trail.TrailEvaluation;

/**
 * An auditor: has the evidence and an issued statement with its trail, and trusts neither. Settles
 * again, and recomputes the trail from its facts without the library's clauses.
 *
 * @param folder the evidence folder
 */
public record Auditor(Path folder) {

  private static final ContractFormat FORMAT = StandardClauses.format();

  /**
   * Audits a statement.
   *
   * @param issued the folder with statement.json and trail.json
   * @return what differs, one sentence each; empty if everything holds
   * @throws IOException if a file cannot be read
   */
  public List<String> audit(Path issued) throws IOException {
    Statement statement =
        StatementFile.read(
                TextSource.of(issued, issued.resolve("statement.json")), new FindingCollector())
            .orElseThrow(() -> new IllegalArgumentException(issued + " holds no statement"));
    Trail trail = Trail.read(Files.readString(issued.resolve("trail.json")));
    List<String> opinion = new ArrayList<>();
    again(statement, trail, opinion);
    byItself(statement, trail, opinion);
    return opinion;
  }

  /** Settles again from the evidence. */
  private void again(Statement statement, Trail trail, List<String> opinion) {
    Settlement settlement =
        Settlement.of(EvidenceFolder.read(folder, FORMAT).orThrow().resolve(FORMAT).orThrow());
    Verification verification = settlement.verify(statement, Optional.of(trail));
    if (verification.isVerified()) {
      return;
    }
    verification
        .difference()
        .ifPresent(
            difference ->
                opinion.add(
                    verification.outcome()
                        + ": the first member that differs is "
                        + difference.pointer()));
    for (LineDifference line : verification.lines()) {
      opinion.add("line " + line.id() + " changes by " + line.change() + " when settled again");
    }
    verification
        .node()
        .ifPresent(
            node ->
                opinion.add(
                    "the first step that differs: issued "
                        + node.first().map(Auditor::step).orElse("nothing")
                        + ", settled again "
                        + node.second().map(Auditor::step).orElse("nothing")));
  }

  /** Recomputes every step of the trail from its facts and parameters. */
  private static void byItself(Statement statement, Trail trail, List<String> opinion) {
    if (!trail.digest().equals(statement.trailDigest())) {
      opinion.add("the trail is not the one that the statement names");
    }
    TrailEvaluation evaluation = TrailEvaluation.of(trail);
    evaluation.wrong().forEach(wrong -> opinion.add("does not follow: " + step(wrong.node())));
    for (Line line : statement.lines()) {
      Optional<Rational> stated = line.amount().map(Rational::of);
      Optional<Rational> recomputed = Optional.ofNullable(evaluation.lines().get(line.id()));
      if (!stated.equals(recomputed)) {
        opinion.add(
            "line "
                + line.id()
                + ": the statement says "
                + stated.map(Rational::toString).orElse("nothing")
                + ", the trail "
                + recomputed.map(Rational::toString).orElse("nothing"));
      }
    }
  }

  private static String step(Node node) {
    String source = node.source().isEmpty() ? "" : " from " + node.source();
    return node.label() + " " + node.name() + " = " + node.text() + " " + node.unit() + source;
  }
}
