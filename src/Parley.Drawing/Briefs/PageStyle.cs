namespace Parley.Drawing.Briefs;

/// <summary>How the page of a brief looks: one column on a telephone, notes in the margin at a desk, A4 on paper.</summary>
internal static class PageStyle
{
    // No sign that markup escapes may stand here: style is written as it is read by HTML, without escapes.
    public const string Rules = """
        * { box-sizing: border-box; }
        html { font: 16px/1.55 system-ui, sans-serif; font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: break-word; }
        main { max-width: 58rem; margin: 0 auto; padding: 1.5rem 18px 4rem; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.5rem; max-width: 38rem; }
        h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.4rem 0 0.6rem; padding-top: 0.5rem; border-top: 2px solid var(--ink); }
        p { max-width: 38rem; margin: 0 0 0.8rem; }
        a { color: var(--link); }
        .head p { margin: 0; color: var(--soft); }
        .key { font-size: 0.875rem; color: var(--soft); }
        ul, ol { margin: 0 0 0.8rem; padding: 0; list-style: none; }
        li { margin: 0 0 0.7rem; }
        .text { max-width: 38rem; }
        .when { font-weight: 600; }
        .beside { display: block; font-size: 0.875rem; color: var(--soft); }
        .margin { display: none; }
        sup { font-size: 0.75rem; line-height: 0; }
        sup a { padding: 0 0.1em; }
        figure { margin: 1.2rem 0 0.4rem; }
        svg.fig { display: block; max-width: 100%; height: auto; }
        svg.bar { margin: 0.25rem 0; }
        .narrow svg.fig { width: 100%; }
        .wide { display: none; }
        table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; font-size: 0.9375rem; }
        caption { text-align: left; font-size: 0.875rem; color: var(--soft); padding: 0 0 0.3rem; }
        th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.9rem 0.4rem 0; border-top: 1px solid var(--rule); font-weight: 400; }
        thead th { border-top: 0; font-weight: 600; }
        tbody th { font-weight: 600; }
        td p, th p { margin: 0; }
        details { margin: 0 0 1rem; }
        summary { cursor: pointer; color: var(--link); padding: 0.3rem 0; max-width: 38rem; }
        .notes li { display: grid; grid-template-columns: 2.4rem 1fr; max-width: 46rem; }
        .notes .number { font-weight: 600; }
        .notes .place { color: var(--soft); font-size: 0.875rem; }
        :target { background: var(--shade); }
        @media (max-width: 719px) {
          .stack, .stack tbody, .stack tr, .stack td, .stack th, .stack caption { display: block; }
          .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .stack tr { border-top: 1px solid var(--rule); padding: 0.5rem 0; }
          .stack td, .stack th { border: 0; padding: 0.15rem 0; }
          .stack td { display: grid; grid-template-columns: 7.5rem 1fr; gap: 0.5rem; }
          .stack .label { color: var(--soft); }
        }
        @media (min-width: 720px) { .narrow, .stack .label { display: none; } .wide { display: block; } }
        @media (min-width: 1100px) {
          .item { display: grid; grid-template-columns: 38rem 1fr; column-gap: 2.5rem; }
          .margin { display: block; font-size: 0.8125rem; line-height: 1.4; color: var(--soft); }
          .margin span { display: block; margin-bottom: 0.15rem; }
        }
        @page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; } }
        @media print {
          html { font-size: 10.5pt; }
          main { max-width: none; padding: 0; }
          .margin, .narrow { display: none; }
          .wide { display: block; }
          .item { display: block; }
          h2 { break-after: avoid; }
          li, tr, figure, svg { break-inside: avoid; }
          thead { display: table-header-group; }
          p, li { orphans: 3; widows: 3; }
          a { color: inherit; text-decoration: none; }
          details::details-content { content-visibility: visible; block-size: auto; }
          summary { color: inherit; font-weight: 600; list-style: none; break-after: avoid; }
        }
        """;
}
