package org.emcsettlement.settlement.contract;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.statement.TaxStatus;

/** Checks that the tax terms of a contract are whole and that every relief is documented. */
final class TaxCheck {

  private final Contract contract;
  private final TaxTerms tax;
  private final String file;
  private final Pattern idForm;
  private final FindingCollector findings = new FindingCollector();

  TaxCheck(Contract contract, String file, Pattern idForm) {
    this.contract = contract;
    this.tax = contract.tax();
    this.file = file;
    this.idForm = idForm;
  }

  Findings findings() {
    checkFirstRate("/tax/rate", tax.rates());
    tax.exemption().ifPresent(document -> checkDocument("/tax/exemption", document));
    Set<String> clauses = contract.clauses().stream().map(Clause::id).collect(Collectors.toSet());
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < tax.categories().size(); i++) {
      String pointer = "/tax/categories/" + i;
      TaxCategory category = tax.categories().get(i);
      if (!idForm.matcher(category.id()).matches()) {
        findings.add(ContractFinding.ID_FORM, at(pointer), "id", category.id());
      }
      if (!ids.add(category.id())) {
        findings.add(ContractFinding.ID_TWICE, at(pointer), "id", category.id());
      }
      check(pointer, category);
      checkClauses(pointer, category.clauses(), clauses);
    }
    checkClauses("/tax/treatments", List.copyOf(tax.treatments().keySet()), clauses);
    boolean supplies = tax.treatments().containsValue(TaxTerms.Treatment.SEPARATE_SUPPLY);
    if (supplies && contract.schedule().annualStatement()) {
      broken(
          "/tax/treatments",
          "有年度清算时，对方另行开票的项目（SEPARATE_SUPPLY）无法随清算调整",
          "with an annual statement a supply of the other party (SEPARATE_SUPPLY) cannot be trued up");
    }
    return findings.findings();
  }

  private void check(String pointer, TaxCategory category) {
    boolean taxed = category.status() == TaxStatus.TAXED;
    if (taxed == category.rates().isEmpty()) {
      broken(
          pointer,
          "应税类别需要税率（rate），其他类别不得写税率",
          "a taxed category needs a rate, the others must have none");
    }
    if (!taxed && category.reason().isEmpty()) {
      broken(
          pointer,
          "零税率、免税、不征税须写明依据（reason）",
          "zero-rated, exempt and out-of-scope amounts need a reason");
    }
    if (category.commodities().isEmpty() && category.clauses().isEmpty()) {
      broken(
          pointer,
          "须写明适用的能源品种（commodities）或条款（clauses）",
          "must name the commodities or the clauses it is for");
    }
    if (taxed && !category.rates().isEmpty()) {
      checkFirstRate(pointer, category.rates());
    }
    if (category.status() == TaxStatus.EXEMPT) {
      checkDocument(pointer, category.document().orElse("–"));
    }
  }

  private void checkFirstRate(String pointer, List<TaxTerms.Rate> rates) {
    LocalDate start = contract.term().start();
    Optional<LocalDate> first = rates.stream().map(TaxTerms.Rate::from).min(LocalDate::compareTo);
    first
        .filter(date -> date.isAfter(start))
        .ifPresent(
            date ->
                findings.add(
                    ContractFinding.TAX_RATE_MISSING, at(pointer), "start", start, "from", date));
  }

  /** An exemption is a fact: its document stands among the attachments with a digest. */
  private void checkDocument(String pointer, String document) {
    Predicate<Attachment> shown =
        attachment -> attachment.name().equals(document) && attachment.sha256().isPresent();
    if (contract.attachments().stream().noneMatch(shown)) {
      findings.add(ContractFinding.TAX_UNDOCUMENTED, at(pointer), "document", document);
    }
  }

  private void checkClauses(String pointer, List<String> named, Set<String> clauses) {
    for (String clause : named) {
      if (!clauses.contains(clause)) {
        broken(pointer, "合同没有条款 " + clause, "the contract has no clause " + clause);
      }
    }
  }

  private void broken(String pointer, String ruleZh, String rule) {
    findings.add(ContractFinding.TAX_TERMS, at(pointer), "ruleZh", ruleZh, "rule", rule);
  }

  private Place at(String pointer) {
    return Place.pointer(file, pointer);
  }
}
