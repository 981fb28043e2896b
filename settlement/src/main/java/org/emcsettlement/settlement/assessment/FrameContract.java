package org.emcsettlement.settlement.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.ContractReader;

/** The contract that an assessment would lead to, made by the reader of contracts itself. */
final class FrameContract {

  private final AssessmentTerms terms;
  private final ContractFormat format;

  FrameContract(AssessmentTerms terms, ContractFormat format) {
    this.terms = terms;
    this.format = format;
  }

  /** The contract without a form: what is needed to read and fit the history. */
  Optional<Contract> plain(FindingCollector findings) {
    return read(terms.frame().deepCopy(), "", findings);
  }

  /**
   * The contract of a form.
   *
   * @param pointer where the form stands in the file, empty if it is one of the library's own
   */
  Optional<Contract> of(CandidateForm form, String pointer, FindingCollector findings) {
    ObjectNode json = terms.frame().deepCopy();
    json.putObject("preset").put("name", form.preset()).set("parameters", form.parameters());
    return read(json, pointer, findings);
  }

  private Optional<Contract> read(ObjectNode json, String form, FindingCollector findings) {
    FindingCollector found = new FindingCollector();
    Optional<Contract> contract =
        new ContractReader(format)
            .read(TextSource.of(AssessmentTerms.FILE, json.toString()), found);
    findings.addAll(
        Findings.of(found.findings().stream().map(finding -> written(finding, form)).toList()));
    return contract;
  }

  /** The finding at the place where the author of the assessment wrote the value. */
  private static Finding written(Finding finding, String form) {
    Optional<String> pointer = finding.place().pointer();
    if (pointer.isEmpty()) {
      return finding;
    }
    String at =
        pointer
            .get()
            .replaceFirst("^/preset", form)
            .replaceFirst("^/parties/institution", "/institution");
    return finding.at(Place.builder().from(finding.place()).pointer(at).build());
  }
}
