package org.emcsettlement.settlement.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;

/**
 * Money that a project brought in beside savings, {@code receipts.csv}: subsidies, certificates,
 * demand response.
 *
 * <pre>
 * date,revenue,amount,evidence
 * 2025-03-18,green-certificates,12800.00,GC-2025-004
 * </pre>
 */
public final class Receipts {

  /** The name of the file. */
  public static final String NAME = "receipts.csv";

  /**
   * One receipt.
   *
   * @param date when it was received
   * @param revenue the id of the clause that shares it
   * @param amount the amount, not below zero, at most two decimals
   * @param evidence number of the document, empty if not stated
   * @param origin where the row stands, {@code <file>#<date>}
   */
  public record Receipt(
      LocalDate date, String revenue, BigDecimal amount, String evidence, String origin) {}

  private final InputDigest digest;
  private final List<Receipt> receipts;

  private Receipts(InputDigest digest, List<Receipt> receipts) {
    this.digest = digest;
    this.receipts = List.copyOf(receipts);
  }

  /** {@return no receipts} */
  public static Receipts none() {
    return new Receipts(new InputDigest.Builder("").build(), List.of());
  }

  /**
   * Reads the file.
   *
   * @param source the text
   * @param findings takes what is wrong with it
   * @return the receipts, absent if something blocks
   */
  public static Optional<Receipts> read(TextSource source, FindingCollector findings) {
    int before = findings.blocking();
    Optional<Receipts> receipts =
        CsvTable.read(source, findings)
            .filter(table -> table.require(findings, "date", "revenue", "amount"))
            .map(table -> of(table, findings));
    return findings.blocking() > before ? Optional.empty() : receipts;
  }

  private static Receipts of(CsvTable table, FindingCollector findings) {
    InputDigest.Builder digest = new InputDigest.Builder(table.name());
    List<Receipt> receipts = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      Optional<LocalDate> date = row.requiredDate("date");
      Optional<String> revenue = row.requiredText("revenue");
      Optional<BigDecimal> amount = row.requiredDecimal("amount");
      if (date.isEmpty() || revenue.isEmpty() || amount.isEmpty()) {
        continue;
      }
      if (amount.get().signum() < 0 || amount.get().stripTrailingZeros().scale() > 2) {
        findings.add(
            EvidenceFileFinding.RECEIPT_AMOUNT,
            row.place("amount"),
            "value",
            amount.get().toPlainString());
      }
      String evidence = row.text("evidence").orElse("");
      if (evidence.isEmpty()) {
        findings.add(EvidenceFileFinding.RECEIPT_EVIDENCE, row.place(), "revenue", revenue.get());
      }
      receipts.add(
          new Receipt(
              date.get(), revenue.get(), amount.get(), evidence, table.name() + "#" + date.get()));
      digest.row(
          String.join(
              ",",
              date.get().toString(),
              revenue.get(),
              amount.get().stripTrailingZeros().toPlainString(),
              evidence));
    }
    return new Receipts(digest.build(), receipts);
  }

  /** {@return the identity of the rows} */
  public InputDigest digest() {
    return digest;
  }

  /** {@return all receipts in file order} */
  public List<Receipt> receipts() {
    return receipts;
  }

  /**
   * What a clause shares in some days.
   *
   * @param revenue the id of the clause
   * @param period the days
   * @return its receipts in file order
   */
  public List<Receipt> of(String revenue, Period period) {
    return receipts.stream()
        .filter(receipt -> receipt.revenue().equals(revenue))
        .filter(receipt -> period.contains(receipt.date()))
        .toList();
  }
}
