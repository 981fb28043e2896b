package org.emcsettlement.settlement.assessment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.EvidenceFolder;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.evidence.Evidence;
import org.emcsettlement.settlement.indicator.IndicatorTerms;

/**
 * A folder to be assessed: an evidence folder with {@code assessment.json} in place of a contract,
 * and {@code indicators.json} if the standing against quotas is wanted.
 *
 * @param terms what is to be assessed
 * @param frame the contract so far, without clauses
 * @param evidence the history
 * @param indicators the standing of the institution, absent if the folder does not state it
 */
public record AssessmentFolder(
    AssessmentTerms terms, Contract frame, Evidence evidence, Optional<IndicatorTerms> indicators) {

  /**
   * Reads a folder.
   *
   * @param folder the folder
   * @param format the kinds of clauses and presets that forms may use
   * @return what is to be assessed, absent if anything blocks; all findings either way
   */
  public static Checked<AssessmentFolder> read(Path folder, ContractFormat format) {
    FindingCollector findings = new FindingCollector();
    Optional<AssessmentTerms> terms =
        AssessmentTerms.read(TextSource.of(folder, folder.resolve(AssessmentTerms.FILE)), findings);
    if (terms.isEmpty()) {
      return Checked.failed(findings.findings());
    }
    Optional<Contract> frame = terms.get().contract(format, findings);
    if (frame.isEmpty()) {
      return Checked.failed(findings.findings());
    }
    check(terms.get(), frame.get(), findings);
    Checked<Evidence> evidence = EvidenceFolder.evidence(folder, frame.get());
    findings.addAll(evidence.findings());
    Optional<IndicatorTerms> indicators = Optional.empty();
    Path standing = folder.resolve(IndicatorTerms.FILE);
    if (Files.isRegularFile(standing)) {
      indicators = IndicatorTerms.read(TextSource.of(folder, standing), findings);
    }
    return findings.blocking() > 0 || evidence.value().isEmpty()
        ? Checked.failed(findings.findings())
        : Checked.of(
            new AssessmentFolder(terms.get(), frame.get(), evidence.value().get(), indicators),
            findings.findings());
  }

  private static void check(AssessmentTerms terms, Contract frame, FindingCollector findings) {
    Set<Commodity> known = EnumSet.noneOf(Commodity.class);
    frame.commodities().forEach(commodity -> known.add(commodity.id()));
    checkKnown(
        "/measures", terms.measures().stream().map(Measure::commodity).toList(), known, findings);
    checkKnown(
        "/priceEscalation",
        terms.priceEscalation().stream().map(Escalation::commodity).toList(),
        known,
        findings);
    for (Commodity commodity : known) {
      if (frame.price(commodity).isEmpty()) {
        findings.add(
            AssessmentFinding.PRICE_MISSING,
            Place.pointer(AssessmentTerms.FILE, "/prices"),
            "commodity",
            commodity);
      }
    }
  }

  private static void checkKnown(
      String key, List<Commodity> used, Set<Commodity> known, FindingCollector findings) {
    for (int i = 0; i < used.size(); i++) {
      if (!known.contains(used.get(i))) {
        findings.add(
            AssessmentFinding.COMMODITY_UNKNOWN,
            Place.pointer(AssessmentTerms.FILE, key + "/" + i + "/commodity"),
            "commodity",
            used.get(i));
      }
    }
  }
}
