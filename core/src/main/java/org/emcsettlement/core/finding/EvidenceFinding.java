package org.emcsettlement.core.finding;

/** The catalogue of findings about files, readings, temperatures and occupancy. */
public enum EvidenceFinding implements FindingCode {
  /** The file has no rows. */
  CSV_EMPTY(
      "csv.empty",
      Effect.BLOCK,
      "文件没有数据行，请提供至少一行表头和一行数据。",
      "The file has no data rows; give a header line and at least one row."),
  /** The bytes cannot be had, are not UTF-8 text or the compression is broken. */
  FILE_UNREADABLE(
      "file.unreadable",
      Effect.BLOCK,
      "文件无法按 UTF-8 文本读取（{reason}）；请检查读取权限，并以 UTF-8 编码保存。",
      "The file cannot be read as UTF-8 text ({reason}); check that it may be read and save it in"
          + " UTF-8."),
  /** The text is no CSV. */
  CSV_UNREADABLE(
      "csv.unreadable",
      Effect.BLOCK,
      "文件不是有效的 CSV（{reason}）；请检查引号。",
      "The file is no valid CSV ({reason}); check its quotes."),
  /** Fields are separated by semicolons. */
  CSV_SEMICOLONS(
      "csv.semicolons",
      Effect.BLOCK,
      "文件似乎以分号分隔；请改用逗号分隔，小数点用“.”。",
      "The file seems to be separated by semicolons; separate by commas and write decimals with a"
          + " point."),
  /** A row has another number of fields than the header. */
  CSV_MALFORMED(
      "csv.malformed",
      Effect.BLOCK,
      "该行有 {found} 个字段，表头有 {expected} 个；请检查逗号和引号。",
      "The row has {found} fields, the header {expected}; check commas and quotes."),
  /** A column that must be there is not. */
  CSV_MISSING_COLUMN(
      "csv.missing-column",
      Effect.BLOCK,
      "缺少列 {column}；文件中的列为：{found}。",
      "Column {column} is missing; the file has: {found}."),
  /** Two columns bear one name. */
  CSV_DUPLICATE_COLUMN(
      "csv.duplicate-column",
      Effect.BLOCK,
      "列名 {column} 重复，请保留一列。",
      "Column name {column} stands twice; keep one."),
  /** A cell that must hold something is empty. */
  CSV_EMPTY_CELL(
      "csv.empty-cell", Effect.BLOCK, "单元格为空，请填写该值。", "The cell is empty; fill in the value."),
  /** A cell is not a decimal number. */
  CSV_NUMBER(
      "csv.number",
      Effect.BLOCK,
      "“{value}”不是十进制数；请写成 1234.56，不加千位分隔符和单位。",
      "\"{value}\" is not a decimal number; write 1234.56 without separators or unit."),
  /** A decimal without a sensible size. */
  CSV_TOO_LONG(
      "csv.too-long",
      Effect.BLOCK,
      "“{value}”过长：十进制数最多 {most} 位。",
      "\"{value}\" is too long: a decimal has at most {most} digits."),
  /** A cell is NaN or infinite. */
  CSV_NOT_FINITE(
      "csv.not-finite",
      Effect.BLOCK,
      "“{value}”不是有限数；缺失值请留空。",
      "\"{value}\" is not a finite number; leave the cell empty where a value is missing."),
  /** A cell is not a date. */
  CSV_DATE(
      "csv.date",
      Effect.BLOCK,
      "“{value}”不是日期；请写成 2025-07-31。",
      "\"{value}\" is not a date; write 2025-07-31."),
  /** A cell is not a time. */
  TIME_FORMAT(
      "time.format",
      Effect.BLOCK,
      "“{value}”不是时间；请写成 2025-07-31T08:00:00+08:00、2025-07-31T08:00 或 2025-07-31。",
      "\"{value}\" is not a time; write 2025-07-31T08:00:00+08:00, 2025-07-31T08:00 or 2025-07-31."),
  /** Offsets in one file follow no rule. */
  TIME_MIXED_OFFSETS(
      "time.mixed-offsets",
      Effect.BLOCK,
      "同一文件混用时区偏移（{first} 与 {second}），且不是 {zone} 的夏令时变化；请统一。",
      "Offsets {first} and {second} are mixed in one file and are not the clock changes of {zone};"
          + " use one convention."),
  /** A local time that the clocks skipped. */
  TIME_SKIPPED(
      "time.skipped",
      Effect.BLOCK,
      "本地时间 {value} 在 {zone} 不存在（时钟拨快）；请写明偏移。",
      "Local time {value} does not exist in {zone} (clocks went forward); write the offset."),
  /** No unit is known. */
  UNIT_MISSING(
      "unit.missing",
      Effect.BLOCK,
      "没有单位；请在列名写明（如 value_kwh）或在合同、命令中给出。",
      "No unit is given; put it in the column name (value_kwh), the contract or the command."),
  /** Two sources give different units. */
  UNIT_CONFLICT(
      "unit.conflict",
      Effect.BLOCK,
      "单位不一致：列名为 {column}，合同或命令为 {declared}；请统一。",
      "Units differ: the column says {column}, the contract or command {declared}; make them agree."),
  /** The unit is unknown or does not convert exactly. */
  UNIT_NOT_CONVERTIBLE(
      "unit.not-convertible",
      Effect.BLOCK,
      "单位 {unit} 不能精确换算为{commodity}的标准单位 {canonical}；可用单位：{accepted}。",
      "Unit {unit} does not convert exactly to {canonical} for {commodity}; accepted: {accepted}."),
  /** More decimals than a series keeps. */
  SERIES_ROUNDED(
      "series.rounded",
      Effect.NOTE,
      "{count} 个数值小数位超过 {scale} 位，已四舍五入到 {scale} 位。",
      "{count} values carry more than {scale} decimals and were rounded HALF_UP to {scale}."),
  /** A value too large for exact storage. */
  SERIES_TOO_LARGE(
      "series.too-large",
      Effect.BLOCK,
      "数值 {value} 超出可精确保存的范围，请检查单位。",
      "Value {value} is too large to be kept exactly; check its unit."),
  /** The same row again. */
  SERIES_DUPLICATE(
      "series.duplicate",
      Effect.NOTE,
      "{count} 行与前面的行完全相同，只计一次。",
      "{count} rows repeat an earlier row exactly and count once."),
  /** One interval with two values. */
  SERIES_CONFLICT(
      "series.conflict",
      Effect.BLOCK,
      "同一时段有不同数值：{first} 与 {second}；请保留正确的一行。",
      "One interval has two values, {first} and {second}; keep the right row."),
  /** Intervals that overlap. */
  SERIES_OVERLAP(
      "series.overlap",
      Effect.BLOCK,
      "时段 {first} 与 {second} 重叠；请改正起止时间。",
      "Intervals {first} and {second} overlap; correct their start or end."),
  /** Rows of a daily series that start late in their day. */
  SERIES_LATE_START(
      "series.late-start",
      Effect.PROVISIONAL,
      "逐日数据中有 {count} 行的时间晚于当日常规时刻（首个 {first}）；该行计入其所在日，请核对它与次日的数值。",
      "{count} rows of a daily series start late in their day (first {first}); each counts for its day,"
          + " check its value and that of the next day."),
  /** An interval that ends before it starts. */
  SERIES_BACKWARDS(
      "series.backwards",
      Effect.BLOCK,
      "时段结束 {end} 不晚于开始 {start}；请改正。",
      "The interval ends at {end}, not after its start {start}; correct it."),
  /** Readings are missing. */
  SERIES_GAP(
      "series.gap",
      Effect.NOTE,
      "缺少 {count} 个读数（{runs} 段，{start} 至 {end}）；请补录或提供书面估计值。",
      "{count} readings are missing ({runs} gaps, {start} to {end}); supply them or a documented"
          + " estimate."),
  /** The last row has no end. */
  SERIES_OPEN_END(
      "series.open-end",
      Effect.NOTE,
      "最后一行没有结束时间且间隔不规则，未使用；请加 end 列。",
      "The last row has no end and the intervals are irregular, so it is not used; add an end column."),
  /** Consumption below zero. */
  METER_NEGATIVE(
      "meter.negative",
      Effect.NOTE,
      "有 {count} 个负用量（首个 {value}）；如非倒送请核对。",
      "{count} intervals are negative (first {value}); check them unless energy is exported."),
  /** A register that went down. */
  METER_BACKWARDS(
      "meter.register-backwards",
      Effect.BLOCK,
      "表底从 {previous} 降到 {current}，没有换表或翻转记录；请更正读数，或登记换表/量程。",
      "The register falls from {previous} to {current} without a recorded exchange or rollover;"
          + " correct the reading or record the exchange or register range."),
  /** A register that rolled over. */
  METER_ROLLOVER(
      "meter.rollover",
      Effect.NOTE,
      "表底从 {previous} 翻转到 {current}，按量程 {range} 计算用量。",
      "The register rolled over from {previous} to {current}; the range {range} was added."),
  /** A transformer ratio that changed without an exchange. */
  METER_MULTIPLIER(
      "meter.multiplier-changed",
      Effect.BLOCK,
      "倍率由 {previous} 变为 {current}，但该行没有换表记录；请更正倍率，或在该行的 event 列填 EXCHANGE。",
      "The multiplier changed from {previous} to {current} in a row without an exchange; correct it,"
          + " or write EXCHANGE in the row's event column."),
  /** A transformer ratio that is not above zero. */
  METER_MULTIPLIER_RANGE(
      "meter.multiplier-range",
      Effect.BLOCK,
      "倍率 {value} 必须大于零。",
      "The multiplier {value} must be above zero."),
  /** Readings marked as estimates. */
  METER_ESTIMATED(
      "meter.estimated",
      Effect.PROVISIONAL,
      "{count} 个读数为估计或替代值，占用量的 {share}。",
      "{count} readings are estimated or substituted, {share} of the quantity."),
  /** Readings corrected after the fact. */
  METER_CORRECTED(
      "meter.corrected",
      Effect.NOTE,
      "{count} 个读数为事后更正值（首个自 {first} 起）；请附更正依据。",
      "{count} readings were corrected after the fact (the first from {first}); attach the reason."),
  /** A long run of zeros. */
  METER_ZERO_RUN(
      "meter.zero-run",
      Effect.NOTE,
      "连续 {count} 个读数为零（{start} 至 {end}）；如非停用，可能是缺数。",
      "{count} readings in a row are zero ({start} to {end}); unless the building was off they may be"
          + " missing data."),
  /** Zeros that count as missing. */
  METER_FALSE_ZEROS(
      "meter.false-zeros",
      Effect.PROVISIONAL,
      "{count} 个零读数按缺失处理（{first} 至 {last}，规则 {rule}）：该表有稳定的基础负荷（{base} {unit}），"
          + "零应为缺数；如确为停用或停电，请说明。",
      "{count} zeros count as missing ({first} to {last}, rule {rule}): the meter has a base load of"
          + " {base} {unit}, so that they are lost readings; say so if the building was really off."),
  /** A day far above the others. */
  METER_SPIKE(
      "meter.spike",
      Effect.NOTE,
      "{count} 天的用量高于中位数加三倍四分位距（首个 {date}：{value}）；请核对。",
      "{count} days lie above the median plus three interquartile ranges (first {date}: {value});"
          + " check them."),
  /** Days completed for one missing hour. */
  METER_DAY_SCALED(
      "meter.day-scaled",
      Effect.NOTE,
      "{count} 天缺不超过一小时，按实有小时数放大（首日 {first}）。",
      "{count} days lack at most one hour and were scaled to their full length (first {first})."),
  /** Days left out. */
  METER_DAY_LEFT_OUT(
      "meter.day-left-out",
      Effect.PROVISIONAL,
      "{count} 天数据不足，两侧均不计入（首日 {first}，末日 {last}）。",
      "{count} days have too little data and are left out on both sides (first {first}, last {last})."),
  /** Many temperatures that cannot be. */
  WEATHER_IMPLAUSIBLE(
      "weather.implausible",
      Effect.BLOCK,
      "{count} 个气温不在 −60 至 60 ℃ 之间（首个 {value}）；请检查单位。",
      "{count} temperatures are outside −60 to 60 °C (first {value}); check their unit."),
  /** A few temperatures that cannot be. */
  WEATHER_FAULTY(
      "weather.faulty",
      Effect.NOTE,
      "{count} 个气温不在 −60 至 60 ℃ 之间（首个 {value}），按缺失处理；请核对传感器。",
      "{count} temperatures are outside −60 to 60 °C (first {value}) and count as missing; check the"
          + " sensor."),
  /** Days without a temperature. */
  WEATHER_GAP(
      "weather.gap",
      Effect.PROVISIONAL,
      "{count} 天没有可用气温（首日 {first}，末日 {last}）；请补充气象数据。",
      "{count} days have no usable temperature (first {first}, last {last}); complete the weather file."),
  /** Days without occupancy. */
  OCCUPANCY_GAP(
      "occupancy.gap",
      Effect.PROVISIONAL,
      "{count} 天没有 {driver}（首日 {first}，末日 {last}）；不沿用上一个值，请补充。",
      "{count} days have no {driver} (first {first}, last {last}); the last value is not carried on,"
          + " complete the file."),
  /** Occupancy that overlaps. */
  OCCUPANCY_OVERLAP(
      "occupancy.overlap",
      Effect.BLOCK,
      "与前一行时段重叠（{first} 与 {second}）；请改正。",
      "The row overlaps the one before it ({first} and {second}); correct the dates."),
  /** A negative count. */
  OCCUPANCY_NEGATIVE(
      "occupancy.negative",
      Effect.BLOCK,
      "{driver} 为负数 {value}；人数和小时数不能小于零。",
      "{driver} is negative ({value}); counts and hours cannot be below zero."),
  /** The work calendar does not know a year. */
  CALENDAR_UNKNOWN_YEAR(
      "calendar.unknown-year",
      Effect.PROVISIONAL,
      "工作日历没有 {year} 年的放假安排，按周一至周五计算。",
      "The work calendar has no holiday arrangement for {year}; Monday to Friday count as working days."),
  /** A JSON document that does not parse. */
  JSON_SYNTAX(
      "json.syntax", Effect.BLOCK, "不是有效的 JSON：{reason}", "This is not valid JSON: {reason}"),
  /** A key that is not known. */
  JSON_UNKNOWN_KEY(
      "json.unknown-key",
      Effect.BLOCK,
      "未知的键 {key}；此处可用：{known}。",
      "Unknown key {key}; known here: {known}."),
  /** A key that is missing. */
  JSON_MISSING_KEY(
      "json.missing-key", Effect.BLOCK, "缺少键 {key}，请补充。", "Key {key} is missing; add it."),
  /** A value of the wrong kind. */
  JSON_WRONG_KIND(
      "json.wrong-kind",
      Effect.BLOCK,
      "应为{expectedZh}，实际为 {found}。",
      "Expected {expected}, found {found}."),
  /** A value outside its rule. */
  JSON_INVALID_VALUE(
      "json.invalid-value",
      Effect.BLOCK,
      "值 {found} 无效：{ruleZh}。",
      "Value {found} is invalid: {rule}.");

  private final String code;
  private final Effect effect;
  private final String zh;
  private final String en;

  EvidenceFinding(String code, Effect effect, String zh, String en) {
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
