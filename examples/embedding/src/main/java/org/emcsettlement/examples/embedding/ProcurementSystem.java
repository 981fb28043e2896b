package org.emcsettlement.examples.embedding;

import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.ContractReader;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.evidence.Evidence;
import org.emcsettlement.settlement.statement.Statement;

/**
 * The procurement system of an institution: it holds a draft contract as text, shows what is wrong
 * with it before anybody signs, and rehearses a statement. Its contracts may use the institution's
 * own {@link BudgetCap}.
 */
public final class ProcurementSystem {

  /** The library's clauses and presets, and the institution's own clause. */
  public static final ContractFormat FORMAT =
      StandardClauses.format().with(BudgetCap.KIND, BudgetCap::read);

  private ProcurementSystem() {}

  /**
   * Reviews a draft.
   *
   * @param draft the text of contract.json
   * @return the contract, absent if something blocks; everything found either way
   */
  public static Checked<Contract> review(String draft) {
    FindingCollector findings = new FindingCollector();
    Optional<Contract> contract =
        new ContractReader(FORMAT).read(TextSource.of("contract.json", draft), findings);
    return new Checked<>(contract, findings.findings());
  }

  /**
   * The findings as a person reads them.
   *
   * @param findings what was found
   * @return effect, place and both texts, one finding each
   */
  public static List<String> page(Findings findings) {
    return findings.stream()
        .map(
            finding ->
                finding.effect()
                    + " "
                    + finding.place().pointer().orElse("")
                    + " "
                    + finding.zh()
                    + " "
                    + finding.en())
        .toList();
  }

  /**
   * Settles a period without issuing it, to see before signing what the clauses come to.
   *
   * @param contract the draft
   * @param evidence what is known of the building
   * @param period a period of the draft's schedule
   * @return a draft statement
   */
  public static Statement rehearse(Contract contract, Evidence evidence, String period) {
    Settlement settlement =
        Settlement.of(ResolvedContract.of(contract, evidence, FORMAT).orThrow());
    return settlement.settle(settlement.period(period)).orThrow().statement();
  }
}
