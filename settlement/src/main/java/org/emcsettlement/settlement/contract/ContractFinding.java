package org.emcsettlement.settlement.contract;

import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.FindingCode;

/** The catalogue of findings about contracts and their settlement. */
public enum ContractFinding implements FindingCode {
  /** An id of the wrong form. */
  ID_FORM(
      "contract.id-form",
      Effect.BLOCK,
      "编号“{id}”不符合规则：小写字母、数字和连字符，最多 40 个字符；中文请写在名称里。",
      "Id \"{id}\" must be lower-case letters, digits and hyphens, at most 40 characters."),
  /** An id given twice. */
  ID_TWICE("contract.id-twice", Effect.BLOCK, "编号“{id}”重复。", "Id \"{id}\" is given twice."),
  /** A policy for a finding that nothing in the library reports. */
  UNKNOWN_FINDING(
      "contract.unknown-finding",
      Effect.NOTE,
      "policies 中的问题代码 {code} 不是本库的代码，只有自定义条款才会用到；请核对拼写。",
      "Policy for finding {code}: the library reports none of that code, only an own clause could; check"
          + " its spelling."),
  /** A commodity that the contract does not list. */
  UNKNOWN_COMMODITY(
      "contract.unknown-commodity",
      Effect.BLOCK,
      "{commodity} 不在合同的 commodities 中；请补充。",
      "{commodity} is not among the contract's commodities; add it."),
  /** A commodity without a baseline. */
  NO_BASELINE(
      "contract.no-baseline",
      Effect.BLOCK,
      "{commodity} 没有基准（baselines）。",
      "There is no baseline for {commodity} in baselines."),
  /** Two baselines of one commodity. */
  BASELINE_TWICE(
      "contract.baseline-twice",
      Effect.BLOCK,
      "{commodity} 有两个基准，请只保留一个。",
      "{commodity} has two baselines; keep one."),
  /** A commodity without a price. */
  NO_PRICE(
      "contract.no-price",
      Effect.BLOCK,
      "{commodity} 没有价格约定（prices），条款 {clause} 需要它。",
      "There is no price for {commodity} in prices; clause {clause} needs it."),
  /** A reference price that is needed. */
  NO_REFERENCE_PRICE(
      "contract.no-reference-price",
      Effect.BLOCK,
      "{commodity} 没有基准单价（prices.reference），条款 {clause} 需要它。",
      "{commodity} has no reference price (prices.reference); clause {clause} needs it."),
  /** A commodity without a meter. */
  NO_METER(
      "contract.no-meter",
      Effect.BLOCK,
      "{commodity} 没有计量表（meters）。",
      "There is no meter for {commodity} in meters."),
  /** A part of the boundary with a meter nobody knows. */
  PART_METER(
      "contract.part-meter",
      Effect.BLOCK,
      "边界 {part} 的表计 {meter} 不在合同的 meters 中。",
      "Meter {meter} of boundary {part} is not among the contract's meters."),
  /** A meter behind one that cannot be upstream of it. */
  UPSTREAM(
      "contract.upstream",
      Effect.BLOCK,
      "表计 {meter} 的上级表 {upstream} 不存在、品种不同或互为上级；直接由外部供给时写 supply。",
      "Meter {meter} cannot lie behind {upstream}: it is unknown, of another commodity, or behind {meter}"
          + " itself; write supply if the meter is fed from outside."),
  /** A meter that is said to lie behind two others. */
  UPSTREAM_DIFFERS(
      "contract.upstream-differs",
      Effect.BLOCK,
      "表计 {meter} 的上级表一处写 {first}，另一处写 {second}；同一只表只有一个上级。",
      "Meter {meter} is said to lie behind {first} and behind {second}; one meter has one place."),
  /** A meter of a part whose place is not said. */
  UPSTREAM_MISSING(
      "contract.upstream-missing",
      Effect.BLOCK,
      "边界 {part} 的表计 {meter} 没有从项目边界扣除，也没有写明上级表（upstream），无法证明没有重复计量。",
      "Meter {meter} of boundary {part} is not taken out of the project boundary, nor is it said behind"
          + " which meter it lies (upstream): that nothing is counted twice cannot be proved."),
  /** A flow that two boundaries count. */
  COUNTED_TWICE(
      "contract.counted-twice",
      Effect.BLOCK,
      "表计 {meter} 计量的用量同时计入 {first} 与 {second}；请在其中一个边界扣除。",
      "What meter {meter} counts is part of both {first} and {second}; take it out of one of them."),
  /** A flow that one boundary counts more than once or less than not at all. */
  COUNTED_TIMES(
      "contract.counted-times",
      Effect.BLOCK,
      "表计 {meter} 计量的用量在 {boundary} 中计了 {times} 次，只能是 0 次或 1 次；请核对 sign 与 upstream。",
      "Boundary {boundary} counts what meter {meter} counts {times} times; it must be once or not at all:"
          + " check sign and upstream."),
  /** A part to be carved out that is not inside. */
  PART_NOT_INSIDE(
      "contract.part-not-inside",
      Effect.BLOCK,
      "{part} 的表计 {meter} 不在 {project} 内，不能再扣除。",
      "Meter {meter} of {part} does not lie inside {project}; it cannot be carved out of it."),
  /** Own generation whose meters say the opposite of its clause. */
  GENERATION_COUNTING(
      "contract.generation-counting",
      Effect.BLOCK,
      "{clause} 约定自发电量作为 {countedAs}，表计 {meter} 应{ruleZh}；同一电量不能既算节约又算供给。",
      "{clause} counts own generation as {countedAs}, so meter {meter} must {rule}; the same energy is never"
          + " both saving and supply."),
  /** A price of energy that counts as a saving. */
  GENERATION_PRICED(
      "contract.generation-priced",
      Effect.BLOCK,
      "{clause} 约定自发电量作为节约（SAVING），不能再按电量收费；请去掉 price 或改为 SUPPLY。",
      "{clause} counts own generation as SAVING, so it cannot be sold as well; drop price or use SUPPLY."),
  /** A kind of clause nobody knows. */
  UNKNOWN_CLAUSE(
      "contract.unknown-clause",
      Effect.BLOCK,
      "未知的条款类型 {kind}；可用：{known}。",
      "Clause kind {kind} is unknown; known: {known}."),
  /** A preset nobody knows. */
  UNKNOWN_PRESET(
      "contract.unknown-preset",
      Effect.BLOCK,
      "未知的合同模板 {preset}；可用：{known}。",
      "Preset {preset} is unknown; known: {known}."),
  /** A parameter that a preset needs. */
  MISSING_PARAMETER(
      "contract.missing-parameter",
      Effect.BLOCK,
      "模板 {preset} 需要参数 {parameter}（{labelZh}）。",
      "Preset {preset} needs parameter {parameter} ({label})."),
  /** A parameter that a preset does not know. */
  UNKNOWN_PARAMETER(
      "contract.unknown-parameter",
      Effect.BLOCK,
      "模板 {preset} 没有参数 {parameter}；可用：{known}。",
      "Preset {preset} has no parameter {parameter}; known: {known}."),
  /** A risk that nobody bears. */
  RISK_MISSING(
      "contract.risk-missing",
      Effect.BLOCK,
      "{clause} 的调整需要责任矩阵（risks）中的 {risk}，没有约定的调整不予受理。",
      "The adjustment of {clause} needs an entry for {risk} in risks; without one it is refused."),
  /** A risk borne by the service provider. */
  RISK_NOT_ADMITTED(
      "contract.risk-not-admitted",
      Effect.NOTE,
      "风险 {risk} 由乙方承担，{clause} 的调整只记录，不生效。",
      "Risk {risk} is borne by the service provider: the adjustment of {clause} is recorded, not"
          + " applied."),
  /** A fitted baseline that adjusts for a risk the institution does not bear. */
  RISK_OF_MODEL(
      "contract.risk-of-model",
      Effect.BLOCK,
      "拟合基准 {baseline} 随{risk}调整，但该风险并非全部由甲方承担；请改用其他基准或修改责任矩阵。",
      "Fitted baseline {baseline} follows {risk}, a risk that the institution does not bear in full;"
          + " use another baseline or change risks."),
  /** Bands that overlap or leave a gap. */
  BANDS(
      "contract.bands",
      Effect.BLOCK,
      "{clause} 的分段重叠或不连续：上限必须依次增大，只有最后一段没有上限。",
      "The bands of {clause} overlap or leave a gap: upper bounds must rise and only the last band"
          + " has none."),
  /** A cliff table that lowers the share at a bound. */
  CLIFF_LOWERS(
      "contract.cliff-lowers",
      Effect.NOTE,
      "{clause} 在 {bound} 处按全额套档，节约越多分享反而减少。",
      "At {bound} the cliff table of {clause} lowers the share although savings rise."),
  /** Ratios that do not cover every contract year. */
  RATIO_GAP(
      "contract.ratio-gap",
      Effect.BLOCK,
      "{clause} 没有第 {year} 合同年的分享比例。",
      "{clause} has no ratio for contract year {year}."),
  /** Two ratios from one contract year. */
  RATIO_TWICE(
      "contract.ratio-twice",
      Effect.BLOCK,
      "{clause} 自第 {year} 合同年有两个分享比例，请只保留一个。",
      "{clause} has two ratios from contract year {year}; keep one."),
  /** Sharing phases that begin after the term. */
  PHASE_GAP(
      "contract.phase-gap",
      Effect.BLOCK,
      "{clause} 的分享阶段自 {from} 起，晚于服务期开始日 {start}。",
      "The sharing phases of {clause} begin on {from}, after the term's start {start}."),
  /** Two sharing phases from one date. */
  PHASE_TWICE(
      "contract.phase-twice",
      Effect.BLOCK,
      "{clause} 自 {from} 有两个分享比例，请只保留一个。",
      "{clause} has two ratios from {from}; keep one."),
  /** A commodity without a sharing ratio, or with two. */
  COMMODITY_RATIO(
      "contract.commodity-ratio",
      Effect.BLOCK,
      "{clause} 对 {commodity} 给出了 {count} 个分享比例；每个品种应有且只有一个。",
      "{clause} has {count} ratios for {commodity}; every commodity needs exactly one."),
  /** A statement over an anniversary where something counts by contract year. */
  YEAR_CROSSED(
      "contract.year-crossed",
      Effect.BLOCK,
      "{clause} 按合同年计算，但结算期 {period} 跨越合同年；请按合同年对齐结算期，或设年度清算。",
      "{clause} counts by contract year, but statement {period} crosses an anniversary; align the"
          + " schedule with contract years or set annualStatement."),
  /** A mechanic that is trued up once a year in a contract without annual statements. */
  NO_ANNUAL_STATEMENT(
      "contract.no-annual-statement",
      Effect.BLOCK,
      "{clause} 需要年度清算（schedule.annualStatement），并须适用于各期和年度结算。",
      "{clause} needs annual statements (schedule.annualStatement) and must work in every statement."),
  /** A limit per statement, or with a bank, that an annual statement would settle again. */
  LIMIT_OF_YEAR(
      "contract.limit-of-year",
      Effect.BLOCK,
      "{clause} 按期限额、按期分档或结存超限额，年度清算无法重新计算；请改为按年或全期，或只用于定期结算（不带 bank）。",
      "{clause} limits single statements, counts bands in them or banks what exceeds its cap, which an annual"
          + " statement cannot settle again; count over the year or the term, or limit regular statements"
          + " only, without bank."),
  /** Two clauses that would keep one balance. */
  CLAUSE_TWICE(
      "contract.clause-twice",
      Effect.BLOCK,
      "条款 {clause} 与 {other} 同类，结转的是同一余额；请合并为一个条款。",
      "Clause {clause} is of the same kind as {other} and would keep the same balance; state one clause."),
  /** A commodity whose savings two clauses value. */
  SAVINGS_TWICE(
      "contract.savings-twice",
      Effect.BLOCK,
      "条款 {clause} 与 {other} 对同一品种的节约量计价，会重复计算；请用 commodities 分开。",
      "Clauses {clause} and {other} value the savings of one commodity, which would count twice; tell them"
          + " apart by commodities."),
  /** A receipt that no clause shares. */
  RECEIPT_UNUSED(
      "contract.receipt-unused",
      Effect.BLOCK,
      "{date} 的收款 {revenue} 没有对应的条款，或不在服务期内。",
      "The receipt of {revenue} on {date} belongs to no clause, or lies outside the term."),
  /** An adjustment that multiplies, and no clause that posts the product. */
  FACTOR_UNUSED(
      "contract.factor-unused",
      Effect.BLOCK,
      "{clause} 与其他调整相乘，但合同没有汇总相乘结果的条款（combined-adjustment）。",
      "{clause} multiplies with other adjustments, but no clause posts the product"
          + " (combined-adjustment)."),
  /** References that do not replace each other in order. */
  REBASED_ORDER(
      "contract.rebased-order",
      Effect.BLOCK,
      "{clause} 的参照值（rebased）须按日期先后排列，{from} 不在前一个之后。",
      "The references of {clause} (rebased) must come in the order of their dates; {from} does not"
          + " follow the one before."),
  /** A floor above the cap. */
  FLOOR_ABOVE_CAP(
      "contract.floor-above-cap",
      Effect.BLOCK,
      "{clause} 的下限 {floor} 高于上限 {cap}。",
      "The floor {floor} of {clause} is above its cap {cap}."),
  /** Savings intervals that a clause needs and no baseline has. */
  INTERVAL_NEEDED(
      "contract.interval-needed",
      Effect.BLOCK,
      "{clause} 按节约量区间计算，但没有任何拟合基准给出区间。",
      "{clause} works with savings intervals, but no fitted baseline gives one."),
  /** An interval at another level than the one agreed. */
  CONFIDENCE_DIFFERS(
      "contract.confidence-differs",
      Effect.BLOCK,
      "{commodity} 的基准按置信水平 {frozen} 冻结，合同约定为 {agreed}；{clause} 不能使用。",
      "The baseline of {commodity} was frozen at confidence {frozen}, the contract agrees on {agreed};"
          + " {clause} cannot use it."),
  /** Instalment ratios that do not add up. */
  RATIO_SUM(
      "contract.ratio-sum",
      Effect.BLOCK,
      "{clause} 的分期比例合计为 {sum}；应为 1，或在有年度清算时小于 1。",
      "The instalment ratios of {clause} add up to {sum}; they must add up to 1, or to less with an"
          + " annual statement."),
  /** A release of retention that no statement can pay. */
  RELEASE_OUT_OF_TERM(
      "contract.release-out-of-term",
      Effect.NOTE,
      "{clause} 的质保金释放日 {date} 不在服务期 {term} 内，没有结算单会支付；请在最终结清时处理。",
      "Release {date} of {clause} lies outside the term {term}: no statement pays it; settle it in the"
          + " final account."),
  /** A score that an annual statement would refund. */
  SCORE_SERIES(
      "contract.score-series",
      Effect.BLOCK,
      "合同有年度清算时，{clause} 的 series 应为 EVERY（逐期考核，清算时结转）或 ANNUAL（全年考核）；REGULAR" + " 会被年度清算退回。",
      "With an annual statement the series of {clause} must be EVERY (scored in every period, taken over"
          + " by the true-up) or ANNUAL (scored for the year); what REGULAR deducts the true-up would"
          + " refund."),
  /** A factor above 1 without a bonus. */
  SCORE_BONUS(
      "contract.score-bonus",
      Effect.BLOCK,
      "{clause} 的系数达到 {factor}，超过 1；只有约定奖励（bonus）时才可以。",
      "The factor of {clause} reaches {factor}, above 1; that needs an agreed bonus."),
  /** A factor that jumps although it was agreed to be continuous. */
  SCORE_JUMP(
      "contract.score-jump",
      Effect.BLOCK,
      "{clause} 约定系数连续，但在 {from} 分处由 {before} 跳到 {after}。",
      "The factor of {clause} is agreed to be continuous but jumps at {from} from {before} to {after}."),
  /** A guarantee that no statement tests. */
  GUARANTEE_UNTESTED(
      "contract.guarantee-untested",
      Effect.BLOCK,
      "没有结算单覆盖完整的合同年，{clause} 的保证量永远不会被检验；请约定年度清算（schedule.annualStatement）。",
      "No statement covers a whole contract year, so guarantee {clause} is never tested; agree an annual"
          + " statement (schedule.annualStatement)."),
  /** A ceiling that no statement applies. */
  CEILING_UNTESTED(
      "contract.ceiling-untested",
      Effect.BLOCK,
      "没有结算单覆盖完整的合同年，{clause} 的付款上限永远不会生效；请约定年度清算（schedule.annualStatement）。",
      "No statement covers a whole contract year, so the ceiling of {clause} never applies; agree an annual"
          + " statement (schedule.annualStatement)."),
  /** A monthly guarantee that is not the year's. */
  GUARANTEE_TABLE(
      "contract.guarantee-table",
      Effect.BLOCK,
      "{clause} 的各月保证量合计为 {sum}，与全年保证量 {year} 不一致。",
      "The monthly guarantees of {clause} add up to {sum}, not to {year}, the guarantee of the year."),
  /** A guarantee that does not carry its debt. */
  GUARANTEE_DEBT_SERVICE(
      "contract.guarantee-debt-service",
      Effect.BLOCK,
      "{clause} 的保证效益 {value} 元不高于年度还本付息额 {debt} 元。",
      "The guaranteed value {value} of {clause} does not exceed the debt service {debt} of a year."),
  /** A table of equal parts or ratios over a year that is not whole. */
  SPREAD_UNEVEN(
      "contract.spread-uneven",
      Effect.BLOCK,
      "{clause} 的费用按期分配表要求每个合同年恰有 {perYear} 个完整结算期；请改用 CUMULATIVE_DAYS，或调整服务期与结算周期。",
      "The spread of {clause} needs {perYear} whole statements in every contract year; use"
          + " CUMULATIVE_DAYS, or change term or schedule."),
  /** Degree days compared with a year's reference in shorter statements. */
  RATIO_OF_SUM(
      "contract.ratio-of-sum",
      Effect.BLOCK,
      "基准 {baseline} 的折算因子 {driver} 是全年累计值，只能用于按年结算；请改用按驱动因子调整的条款。",
      "Driver {driver} of baseline {baseline} is a sum over a year and fits annual statements only; use a"
          + " driver-adjustment clause."),
  /** A tax without a rate. */
  TAX_RATE_MISSING(
      "contract.tax-rate-missing",
      Effect.BLOCK,
      "服务期自 {start} 开始，但税率从 {from} 才有；请补充此前的税率。",
      "The term starts on {start} but the first tax rate holds from {from}; add the rate before."),
  /** Tax terms that are not whole. */
  TAX_TERMS(
      "contract.tax-terms",
      Effect.BLOCK,
      "税务条款不完整：{ruleZh}。",
      "The tax terms are not whole: {rule}."),
  /** An exemption without its document. */
  TAX_UNDOCUMENTED(
      "tax.undocumented",
      Effect.PROVISIONAL,
      "免税依据“{document}”不在合同附件（attachments，须有 sha256）中；免税以文件为凭，请补附件。",
      "The exemption rests on \"{document}\", which is not among the attachments with its sha256; an"
          + " exemption is shown by its document, attach it."),
  /** Advances beyond their ceiling. */
  ADVANCE_CEILING(
      "contract.advance-ceiling",
      Effect.BLOCK,
      "{clause} 的预付款合计 {sum} 超过上限 {ceiling}。",
      "The advances of {clause} add up to {sum}, more than their ceiling {ceiling}."),
  /** A termination whose dates do not fit. */
  TERMINATION_DATES(
      "contract.termination-dates",
      Effect.BLOCK,
      "{clause} 的摊销自 {from} 至约定终止日 {agreed}，与服务期终止日 {end} 不符：服务期不得晚于约定终止日，也不得早于摊销起始日。",
      "{clause} amortises from {from} to the agreed end {agreed}; the term ends on {end}, but must not end"
          + " after the agreed end or before amortisation begins."),
  /** An early end without its agreed consequences. */
  TERMINATION_CAUSE(
      "contract.termination-cause",
      Effect.BLOCK,
      "服务期于 {end} 提前终止，但 {clause} 没有约定原因 {cause} 的后果；请写明 cause 及其 outcomes。",
      "The term ends early on {end}, but {clause} agrees nothing for cause {cause}; state cause and its"
          + " outcome."),
  /** A table of instalments that does not fit the schedule. */
  AMOUNT_TABLE(
      "contract.amount-table",
      Effect.BLOCK,
      "{clause} 的分期金额表应为每合同年 {perYear} 个金额（不超过分），并约定年度清算以结清差额。",
      "The instalment amounts of {clause} must be {perYear} per contract year, to the fen, with an annual"
          + " statement that settles the difference."),
  /** A figure that no clause writes. */
  FIGURE_UNWRITTEN(
      "contract.figure-unwritten",
      Effect.BLOCK,
      "{series} 结算中，条款 {clause} 需要 {figure}，但前面没有条款给出它。",
      "In {series} statements clause {clause} needs {figure}, which no clause before it writes."),
  /** Two bases of standard coal. */
  MIXED_BASES(
      "contract.mixed-bases",
      Effect.BLOCK,
      "同一合同混用当量值与等价值（{first} 与 {second}）；请统一。",
      "Calorific and primary-equivalent values are mixed in one contract ({first} and {second});"
          + " use one."),
  /** A factor set nobody knows. */
  UNKNOWN_FACTOR_SET(
      "contract.unknown-factor-set",
      Effect.BLOCK,
      "未知的折算系数集 {set}；可用：{known}。",
      "Factor set {set} is unknown; known: {known}."),
  /** A commodity that a factor set does not convert. */
  NO_FACTOR(
      "factor.missing",
      Effect.NOTE,
      "系数集 {set} 没有 {commodity} 的系数，该品种未计入。",
      "Factor set {set} has no factor for {commodity}; it is left out."),
  /** A factor that could not be checked. */
  FACTOR_UNVERIFIED(
      "factor.unverified",
      Effect.NOTE,
      "{commodity} 的系数 {value} 未经核对原文（{source}）；请以标准文本为准。",
      "The factor {value} of {commodity} was not checked against its source ({source}); check the"
          + " standard."),
  /** A driver that nobody recorded. */
  DRIVER_MISSING(
      "driver.missing",
      Effect.BLOCK,
      "{period} 缺少 {driver}，无法调整；请补充证据。",
      "{driver} is not known for {period}, so the adjustment cannot be made; complete the evidence."),
  /** A reference of zero. */
  DRIVER_REFERENCE_ZERO(
      "driver.reference-zero",
      Effect.BLOCK,
      "{driver} 的基准值为零，无法计算变化率。",
      "The reference of {driver} is zero, so its relative change is not defined."),
  /** A baseline fitted while settling. */
  BASELINE_PROVISIONAL(
      "baseline.provisional",
      Effect.PROVISIONAL,
      "基准 {baseline} 是本次运行拟合的，尚未冻结约定；请运行 emc fit --freeze 并把摘要写入合同。",
      "Baseline {baseline} was fitted in this run and is not agreed; run emc fit --freeze and put its"
          + " digest into the contract."),
  /** A frozen baseline that the contract does not name by digest. */
  BASELINE_NOT_AGREED(
      "baseline.not-agreed",
      Effect.PROVISIONAL,
      "基准 {baseline} 已冻结，但合同没有写入其摘要 {digest}。",
      "Baseline {baseline} is frozen but the contract does not name its digest {digest}."),
  /** A frozen baseline that is not the agreed one. */
  BASELINE_DIGEST(
      "baseline.digest-differs",
      Effect.BLOCK,
      "基准 {baseline} 的摘要 {found} 与合同约定的 {agreed} 不一致。",
      "The digest {found} of baseline {baseline} is not the agreed {agreed}."),
  /** A baseline period that does not cover the calendar. */
  BASELINE_MONTH_MISSING(
      "baseline.month-missing",
      Effect.BLOCK,
      "基准 {baseline} 的基期缺少月份 {months}，无法计算合同年的基准量（托管费基数）；请延长基期或约定 agreedBase。",
      "The baseline period of {baseline} lacks months {months}, so the baseline of a contract year (the fee"
          + " base) cannot be computed; widen it or agree on agreedBase."),
  /** A frozen baseline of another commodity. */
  BASELINE_COMMODITY(
      "baseline.commodity-differs",
      Effect.BLOCK,
      "基准 {baseline} 的品种是 {found}，合同为 {expected}。",
      "Baseline {baseline} is of {found}, the contract says {expected}."),
  /** Terms that no fit can follow. */
  FIT_REFUSED(
      "baseline.fit-refused",
      Effect.BLOCK,
      "基准 {baseline} 无法按合同约定拟合：{reason}",
      "Baseline {baseline} cannot be fitted as the contract says: {reason}"),
  /** A baseline that could not be fitted. */
  BASELINE_MISSING(
      "baseline.missing",
      Effect.BLOCK,
      "没有基准 {baseline}：文件 baselines/{baseline}.json 不存在，也无法拟合。",
      "There is no baseline {baseline}: baselines/{baseline}.json is missing and none could be fitted."),
  /** Years beyond the tolerance. */
  BASELINE_FLAGGED(
      "baseline.years-spread",
      Effect.PROVISIONAL,
      "基准 {baseline} 各年最大偏差 {deviation}，超过允许值，取均值并提示。",
      "The years of baseline {baseline} spread by {deviation}, beyond the tolerance; the mean is used"
          + " and flagged."),
  /** No value by policy. */
  BASELINE_NO_VALUE(
      "baseline.no-value",
      Effect.BLOCK,
      "基准 {baseline} 按年度规则得不出数值，需要双方约定。",
      "The year policy gives no value for baseline {baseline}; the parties have to agree one."),
  /** Conditions that the baseline has not seen. */
  BASELINE_OUT_OF_RANGE(
      "baseline.out-of-range",
      Effect.PROVISIONAL,
      "{count} 天的 {driver} 超出基准 {baseline} 的有效范围 {least}～{greatest}（首日 {first}：{value}），属外推。",
      "On {count} days {driver} lies outside the range {least} to {greatest} of baseline {baseline}"
          + " (first {first}: {value}); this is extrapolation."),
  /** A baseline below zero. */
  BASELINE_NEGATIVE(
      "baseline.negative",
      Effect.NOTE,
      "{commodity} 在 {period} 的调整后基准为负（{value}），未作截断。",
      "The adjusted baseline of {commodity} in {period} is negative ({value}); it is not clamped."),
  /** What intervals cover. */
  REGRESSION_ONLY(
      "savings.regression-error-only",
      Effect.NOTE,
      "{commodity} 的区间只反映回归误差，不含计量误差、模型形式和非常规变化的不确定度。",
      "The intervals of {commodity} cover regression error only, not errors of meters, of the model's"
          + " form or of non-routine changes."),
  /** What intervals cover where adjustments state their uncertainty. */
  ADJUSTMENT_ERROR(
      "savings.adjustment-error",
      Effect.NOTE,
      "{commodity} 的区间反映回归误差和非常规调整所载明的不确定度（平方和开方），不含计量误差和模型形式的不确定度；未载明的调整按准确值计。",
      "The intervals of {commodity} cover regression error and the uncertainty that non-routine"
          + " adjustments state (root sum of squares), not errors of meters or of the model's form;"
          + " adjustments that state none count as exact."),
  /** A baseline without an interval. */
  NO_INTERVAL(
      "savings.no-interval",
      Effect.NOTE,
      "{commodity} 的基准为约定值，没有统计区间。",
      "The baseline of {commodity} was agreed without a fit and has no statistical interval."),
  /** Days left out of both sides. */
  DAYS_LEFT_OUT(
      "savings.days-left-out",
      Effect.PROVISIONAL,
      "{commodity}：{period} 有 {count} 天缺少读数或气温，两侧均不计入节约量。",
      "{commodity}: {count} days of {period} lack readings or temperatures and are left out on both"
          + " sides."),
  /** Days on which the meter did not say what was used. */
  METER_FAULT_DAYS(
      "savings.meter-fault-days",
      Effect.PROVISIONAL,
      "{commodity}：{period} 有 {count} 天表计停走、归零或补记（首日 {first}，末日 {last}），两侧均不计入，不构成节约量。",
      "{commodity}: on {count} days of {period} the meter stood still, was reset or caught up (first"
          + " {first}, last {last}); they are left out on both sides and are no saving."),
  /** A bill split by days. */
  BILL_SPLIT(
      "meter.bill-split",
      Effect.NOTE,
      "{commodity} 的账单跨越 {period} 边界，按天拆分。",
      "Bills of {commodity} cross the bounds of {period} and were split by days."),
  /** Use far from that of the same days of the year before. */
  UNLIKE_LAST_YEAR(
      "meter.unlike-last-year",
      Effect.NOTE,
      "{commodity} 在 {period} 用量 {quantity}，上年同期 {before}，超出其 0.5 至 2 倍；请核对表计、倍率与边界。",
      "{commodity}: {quantity} in {period} lies outside 0.5 to 2 times the {before} of a year before; check"
          + " meter, multiplier and boundary."),
  /** A billed quantity that is incomplete. */
  BILLED_GAP(
      "meter.billed-gap",
      Effect.BLOCK,
      "{commodity} 在 {period} 有 {count} 天没有计量，付费用量不得放大或跳过；请补录账单或书面估计。",
      "{commodity} lacks {count} days in {period}; a billed quantity is never scaled or masked: supply"
          + " the bill or a documented estimate."),
  /** Evidence that does not reach. */
  NOT_COVERED(
      "period.not-covered",
      Effect.BLOCK,
      "结算期 {period} 没有被计量数据覆盖（{commodity} 的数据为 {coverage}）。",
      "Period {period} is not covered by readings ({commodity} has {coverage})."),
  /** An opening balance that differs from what is recomputed. */
  OPENING_DIFFERS(
      "balance.opening-differs",
      Effect.BLOCK,
      "上期结算单的 {balance} 期末余额为 {issued}，重算为 {computed}；请先更正。",
      "The issued predecessor closes {balance} at {issued}, recomputed {computed}; correct this first."),
  /** Money that the last statement leaves open. */
  BALANCE_LEFT(
      "balance.left-open",
      Effect.NOTE,
      "合同最后一期结算后余额 {balance} 仍为 {amount}，没有条款结清；请以 final-account 条款或另行结清。",
      "The last statement leaves {amount} of {balance} open, which no clause closes; settle it by a"
          + " final-account or beside it."),
  /** A statement that the contract's schedule does not produce. */
  NOT_OF_CONTRACT(
      "statement.not-of-contract",
      Effect.BLOCK,
      "结算单 {statement} 不属于合同 {contract} 的结算计划。",
      "Statement {statement} is not one of the schedule of contract {contract}."),
  /** The anchor of contract years. */
  ANCHOR(
      "contract.anchor",
      Effect.BLOCK,
      "合同年起算日 {anchor} 晚于服务开始日 {start}。",
      "The anchor {anchor} lies after the term start {start}."),
  /** A quantity outside the term. */
  EVENT_OUT_OF_TERM(
      "event.out-of-term",
      Effect.NOTE,
      "事件 {id}（{from}）不在服务期 {term} 内，没有影响。",
      "Event {id} ({from}) lies outside the term {term} and has no effect."),
  /** An event on a commodity that the contract does not have. */
  EVENT_COMMODITY(
      "event.unknown-commodity",
      Effect.BLOCK,
      "事件 {id} 的品种 {commodity} 不在合同中。",
      "Event {id} names {commodity}, which the contract does not have."),
  /** An amount without words. */
  AMOUNT_TOO_LARGE(
      "amount.too-large",
      Effect.BLOCK,
      "{clause} 算出的金额 {amount} 不小于 {limit}；请检查读数、价格和合同金额的单位。",
      "{clause} comes to {amount}, not less than {limit}; check the units of readings, prices and"
          + " contract amounts."),
  /** Siblings of a level that cannot be weighed against each other. */
  CENTRE_LEVEL(
      "centre.level",
      Effect.BLOCK,
      "{clause} 中 {centre} 的编号与同级重复，或同级有的按表计、有的按约定权重。",
      "In {clause}, {centre} has the id of a sibling, or weights where its siblings have meters."),
  /** A cost centre of a meter that is not there. */
  CENTRE_METER(
      "centre.meter",
      Effect.BLOCK,
      "{clause} 中 {centre} 的表不在合同的 meters 中。",
      "The meter of {centre} in {clause} is not among the contract's meters."),
  /** A level without weights. */
  CENTRE_WEIGHTS(
      "centre.weights",
      Effect.BLOCK,
      "{clause} 的 {level} 一级在本期没有大于零的权重，无法分摊。",
      "Level {level} of {clause} has no weight above zero in the period; nothing can be allocated."),
  /** Tax disclosed. */
  TAX_DRIFT(
      "tax.drift",
      Effect.NOTE,
      "全年各单税额合计与按年一次计算相差 {drift} 元，仅披露，不入账。",
      "The taxes of the year's documents and the tax on the annual amount differ by {drift}; disclosed,"
          + " not booked.");

  private final String code;
  private final Effect effect;
  private final String zh;
  private final String en;

  ContractFinding(String code, Effect effect, String zh, String en) {
    this.code = code;
    this.effect = effect;
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Effect defaultEffect() {
    return effect;
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }
}
