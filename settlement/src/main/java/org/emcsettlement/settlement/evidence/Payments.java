package org.emcsettlement.settlement.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.InputDigest;

/**
 * What the institution owed by when, and what it paid when: {@code payments.csv}.
 *
 * <pre>
 * entry,date,amount,reference
 * CLAIM,2025-04-30,453217.50,2025-Q1
 * PAYMENT,2025-06-12,453217.50,BANK-0612
 * </pre>
 *
 * <p>The date of a claim is its due date, the last day on which payment is in time. A claim is the
 * amount that bears interest; interest that an earlier statement billed bears none and is left out
 * of it.
 */
public final class Payments {

  /** The name of the file. */
  public static final String NAME = "payments.csv";

  private static final int FEN_DECIMALS = 2;

  /** What a row is. */
  private enum Entry {
    CLAIM,
    PAYMENT
  }

  /**
   * An amount with its date: of a claim the due date, of a payment the day it was received.
   *
   * @param date the date
   * @param amount the amount, above zero
   * @param reference number of the statement, invoice or bank entry
   * @param origin where the row stands, {@code <file>#<date>}
   */
  public record Dated(LocalDate date, BigDecimal amount, String reference, String origin) {}

  private final InputDigest digest;
  private final List<Dated> claims;
  private final List<Dated> payments;

  private Payments(String file, List<Dated> claims, List<Dated> payments) {
    this.claims = inOrder(claims);
    this.payments = inOrder(payments);
    InputDigest.Builder rows = new InputDigest.Builder(file);
    this.claims.forEach(claim -> rows.row(canonical(Entry.CLAIM, claim)));
    this.payments.forEach(payment -> rows.row(canonical(Entry.PAYMENT, payment)));
    this.digest = rows.build();
  }

  private static String canonical(Entry entry, Dated row) {
    return String.join(
        ",",
        entry.name(),
        row.date().toString(),
        row.amount().stripTrailingZeros().toPlainString(),
        row.reference());
  }

  private static List<Dated> inOrder(List<Dated> rows) {
    return rows.stream()
        .sorted(Comparator.comparing(Dated::date).thenComparing(Dated::reference))
        .toList();
  }

  /** {@return no claims and no payments} */
  public static Payments none() {
    return new Payments("", List.of(), List.of());
  }

  /**
   * Reads the file.
   *
   * @param source the text
   * @param findings takes what is wrong with it
   * @return claims and payments, absent if something blocks
   */
  public static Optional<Payments> read(TextSource source, FindingCollector findings) {
    int before = findings.blocking();
    Optional<Payments> payments =
        CsvTable.read(source, findings)
            .filter(table -> table.require(findings, "entry", "date", "amount", "reference"))
            .map(table -> of(table, findings));
    return findings.blocking() > before ? Optional.empty() : payments;
  }

  private static Payments of(CsvTable table, FindingCollector findings) {
    List<Dated> claims = new ArrayList<>();
    List<Dated> payments = new ArrayList<>();
    Set<String> references = new HashSet<>();
    for (CsvRow row : table.rows()) {
      Optional<Entry> entry =
          row.requiredText("entry").flatMap(text -> row.constant("entry", Entry.class));
      Optional<Dated> dated = dated(row, table.name(), findings);
      if (entry.isEmpty() || dated.isEmpty()) {
        continue;
      }
      if (!references.add(entry.get() + " " + dated.get().reference())) {
        findings.add(
            EvidenceFileFinding.PAYMENT_TWICE,
            row.place("reference"),
            "entry",
            entry.get(),
            "reference",
            dated.get().reference());
      }
      (entry.get() == Entry.CLAIM ? claims : payments).add(dated.get());
    }
    return new Payments(table.name(), claims, payments);
  }

  private static Optional<Dated> dated(CsvRow row, String file, FindingCollector findings) {
    Optional<LocalDate> date = row.requiredDate("date");
    Optional<BigDecimal> amount = row.requiredDecimal("amount");
    Optional<String> reference = row.requiredText("reference");
    if (date.isEmpty() || amount.isEmpty() || reference.isEmpty()) {
      return Optional.empty();
    }
    if (amount.get().signum() <= 0 || amount.get().stripTrailingZeros().scale() > FEN_DECIMALS) {
      findings.add(
          EvidenceFileFinding.PAYMENT_AMOUNT,
          row.place("amount"),
          "value",
          amount.get().toPlainString());
      return Optional.empty();
    }
    return Optional.of(
        new Dated(
            date.get(),
            amount.get().setScale(FEN_DECIMALS),
            reference.get(),
            file + "#" + date.get()));
  }

  /** {@return whether there is neither a claim nor a payment} */
  public boolean isEmpty() {
    return claims.isEmpty() && payments.isEmpty();
  }

  /** {@return the identity of the rows} */
  public InputDigest digest() {
    return digest;
  }

  /** {@return the claims, the oldest first} */
  public List<Dated> claims() {
    return claims;
  }

  /** {@return the payments in date order} */
  public List<Dated> payments() {
    return payments;
  }
}
