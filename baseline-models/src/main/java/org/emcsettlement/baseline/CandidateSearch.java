package org.emcsettlement.baseline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.emcsettlement.baseline.model.Form;
import org.emcsettlement.baseline.model.Rejection;
import org.emcsettlement.baseline.model.Score;
import org.emcsettlement.baseline.solve.DegreeSumSearch;
import org.emcsettlement.baseline.solve.HingeFit;
import org.emcsettlement.baseline.solve.HingeOutcome;
import org.emcsettlement.baseline.solve.HingeRejection;
import org.emcsettlement.baseline.solve.HingeSearch;
import org.emcsettlement.baseline.solve.SideGuard;

/** Tries the forms on a set of observations, simple ones first, and says why each is not chosen. */
final class CandidateSearch {

  /** Within so much of the best criterion the fewest parameters win. */
  private static final int DIGITS = 6;

  /** A bound stops just above its gate: fewer digits would show them equal. */
  private static final int BOUND_DIGITS = 12;

  private static final double TIE = 2;

  /** An error sum below this part of the total is a perfect fit; rounding decides nothing then. */
  private static final double PERFECT = 1e-18;

  private final Observations observations;
  private final SideGuard guard;
  private final boolean exhaustive;
  private final double[] value;
  private final double[] weight;
  private final double total;

  CandidateSearch(
      Observations observations, SideGuard guard, boolean meanTemperature, boolean exhaustive) {
    this.observations = observations;
    this.guard = guard;
    this.exhaustive = exhaustive;
    this.value = observations.use();
    // forms on period means are those of peers, which do not weight
    this.weight =
        observations.rows().stream()
            .mapToDouble(row -> meanTemperature ? 1 : row.period().days())
            .toArray();
    this.total = total();
  }

  private double total() {
    double weights = 0;
    double sum = 0;
    for (int i = 0; i < value.length; i++) {
      weights += weight[i];
      sum += weight[i] * value[i];
    }
    double squares = 0;
    for (int i = 0; i < value.length; i++) {
      squares += weight[i] * (value[i] - sum / weights) * (value[i] - sum / weights);
    }
    return squares;
  }

  double[] weight() {
    return weight;
  }

  private long[] keys() {
    return observations.rows().stream()
        .mapToLong(row -> row.period().start().toEpochDay())
        .toArray();
  }

  /**
   * Fits the forms in the given order; the last two-sided one only as far as it could be chosen.
   */
  List<Candidate> candidates(List<Form> forms) {
    HingeSearch points = hinges();
    boolean degreeDays =
        observations.hasTemperature() && forms.stream().anyMatch(Form::isDegreeDay);
    Optional<DegreeSumSearch> samples = degreeDays ? Optional.of(degreeSums()) : Optional.empty();
    List<Candidate> candidates = new ArrayList<>();
    for (Form form : forms) {
      HingeOutcome outcome =
          form.isDegreeDay()
              ? search(form, samples.orElseThrow(), candidates)
              : search(form, points, candidates);
      candidates.add(candidate(form, outcome));
    }
    return candidates;
  }

  private HingeOutcome search(Form form, HingeSearch search, List<Candidate> simpler) {
    return switch (form.shape()) {
      case CONSTANT -> search.constant();
      case LINE -> search.line();
      case BELOW -> search.below();
      case ABOVE -> search.above();
      case SHARED -> search.shared();
      case BOTH -> exhaustive ? search.bothExhaustive() : search.both(gate(simpler));
    };
  }

  private HingeOutcome search(Form form, DegreeSumSearch search, List<Candidate> simpler) {
    return switch (form.shape()) {
      case BELOW -> search.below();
      case ABOVE -> search.above();
      case BOTH -> exhaustive ? search.bothExhaustive() : search.both(gate(simpler));
      case CONSTANT, LINE, SHARED -> throw new IllegalStateException(form + " has no degree days");
    };
  }

  private DegreeSumSearch degreeSums() {
    return new DegreeSumSearch(
        daily(), value, weight, observations.covariateColumns(), guard, keys());
  }

  private double[][] daily() {
    return observations.rows().stream()
        .map(Observations.Row::temperatures)
        .toArray(double[][]::new);
  }

  /** Points at the mean temperature of each row; without temperatures all at one place. */
  private HingeSearch hinges() {
    double[] position = new double[value.length];
    for (int i = 0; i < position.length; i++) {
      double[] temperatures = observations.rows().get(i).temperatures();
      double sum = 0;
      for (double temperature : temperatures) {
        sum += temperature;
      }
      position[i] = temperatures.length == 0 ? 0 : sum / temperatures.length;
    }
    return new HingeSearch(position, value, weight, observations.covariateColumns(), guard, keys());
  }

  /** The largest error sum at which the form after these could still be chosen over them. */
  private double gate(List<Candidate> simpler) {
    double gate = Double.POSITIVE_INFINITY;
    int n = value.length;
    for (Candidate candidate : simpler) {
      if (candidate.isOpen()) {
        HingeFit fit = candidate.fit().orElseThrow();
        int parameters = 3 + observations.covariates().size() + 2;
        double more = (parameters - fit.parameters()) * StrictMath.log(n);
        gate = Math.min(gate, fit.sse() * StrictMath.exp(-(more + TIE) / n));
      }
    }
    return gate;
  }

  private Candidate candidate(Form form, HingeOutcome outcome) {
    if (outcome instanceof HingeRejection rejection) {
      return new Candidate(
          form, Optional.empty(), Optional.of(told(form, rejection)), Double.POSITIVE_INFINITY);
    }
    HingeFit fit = outcome.fit().orElseThrow();
    Candidate candidate = new Candidate(form, Optional.of(fit), Optional.empty(), bic(fit));
    return wrongSign(form, fit).map(candidate::rejected).orElse(candidate);
  }

  private double bic(HingeFit fit) {
    int n = value.length;
    double sse = Math.max(fit.sse(), PERFECT * total);
    return sse <= 0
        ? Double.NEGATIVE_INFINITY
        : n * StrictMath.log(sse / n) + fit.parameters() * StrictMath.log(n);
  }

  /** A driver whose declared sign comes out wrong rejects the form. */
  private Optional<Rejection> wrongSign(Form form, HingeFit fit) {
    int first = 1 + form.shape().slopes();
    for (int j = 0; j < observations.covariates().size(); j++) {
      Driver driver = observations.covariates().get(j);
      double coefficient = fit.linear().coefficient(first + j);
      if (driver.sign().isPresent() && driver.sign().get() * coefficient < 0) {
        String shown = shown(coefficient);
        String declared = driver.sign().get() > 0 ? "+" : "−";
        return Optional.of(
            new Rejection(
                form.code(),
                "the coefficient of "
                    + driver.name()
                    + " is "
                    + shown
                    + ", its declared sign is "
                    + declared,
                driver.name() + " 的系数为 " + shown + "，与约定符号 " + declared + " 相反",
                Optional.of(new Score(Score.BIC, bic(fit)))));
      }
    }
    return Optional.empty();
  }

  private static Rejection told(Form form, HingeRejection rejection) {
    return switch (rejection.reason()) {
      case TOO_FEW_ROWS ->
          new Rejection(form.code(), "not more observations than parameters", "观测数不多于参数数");
      case GUARDS ->
          new Rejection(
              form.code(),
              "no change point leaves enough points and degrees on every side",
              "没有变点能使各侧有足够的观测和度日数");
      case COLLINEAR ->
          new Rejection(
              form.code(), "temperature is a linear combination of the drivers", "气温与驱动因素线性相关");
      case ZERO_SLOPE ->
          new Rejection(
              form.code(),
              "the best slope is zero: a simpler form fits as well",
              "最优斜率为零：更简单的形式同样好");
      case GATE -> outOfReach(form, rejection);
    };
  }

  /** Two bounds that read the same, as where a slope adds nothing, are said once. */
  private static Rejection outOfReach(Form form, HingeRejection rejection) {
    String least = shown(rejection.lowerBound(), BOUND_DIGITS);
    String needed = shown(rejection.gate(), BOUND_DIGITS);
    boolean same = least.equals(needed);
    return new Rejection(
        form.code(),
        "cannot be chosen: its sum of squared errors "
            + (same
                ? "does not get below " + least + ", which it would have to"
                : "is at least " + least + ", it would have to be below " + needed),
        "不可能入选：误差平方和" + (same ? "不会低于 " + least + "，而入选须低于此值" : "至少为 " + least + "，须低于 " + needed));
  }

  static String shown(double number) {
    return shown(number, DIGITS);
  }

  private static String shown(double number, int digits) {
    return Double.isFinite(number)
        ? new BigDecimal(number)
            .round(new MathContext(digits))
            .stripTrailingZeros()
            .toString()
            .toLowerCase(Locale.ROOT)
        : String.valueOf(number);
  }

  /** Chooses by the criterion; within {@value #TIE} of the best the fewest parameters win. */
  static Optional<Candidate> choose(List<Candidate> candidates) {
    double best =
        candidates.stream()
            .filter(Candidate::isOpen)
            .mapToDouble(Candidate::bic)
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    return candidates.stream()
        .filter(Candidate::isOpen)
        .filter(candidate -> candidate.bic() <= best + TIE || candidate.bic() == best)
        .min(
            Comparator.comparingInt((Candidate c) -> c.fit().orElseThrow().parameters())
                .thenComparingDouble(Candidate::bic)
                .thenComparingDouble(CandidateSearch::heatingChangePoint));
  }

  /** Why each of the others was not chosen. */
  static List<Rejection> rejections(List<Candidate> candidates, Candidate chosen) {
    List<Rejection> rejections = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (!candidate.form().equals(chosen.form())) {
        rejections.add(candidate.rejection().orElseGet(() -> outdone(candidate, chosen)));
      }
    }
    return rejections;
  }

  private static Rejection outdone(Candidate candidate, Candidate chosen) {
    String own = shown(candidate.bic());
    String best = shown(chosen.bic());
    boolean close = candidate.bic() <= chosen.bic();
    String code = candidate.form().code();
    Optional<Score> score = Optional.of(new Score(Score.BIC, candidate.bic()));
    return close
        ? new Rejection(
            code,
            "BIC "
                + own
                + " is within 2 of "
                + best
                + " of "
                + chosen.form()
                + ", which is simpler",
            "BIC " + own + " 与更简单的 " + chosen.form() + "（" + best + "）相差不超过 2",
            score)
        : new Rejection(
            code,
            "BIC " + own + " is above " + best + " of " + chosen.form(),
            "BIC " + own + " 高于 " + chosen.form() + " 的 " + best,
            score);
  }

  private static double heatingChangePoint(Candidate candidate) {
    return candidate
        .fit()
        .flatMap(HingeFit::below)
        .map(side -> side.breakAt())
        .orElse(Double.POSITIVE_INFINITY);
  }
}
