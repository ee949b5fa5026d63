using System.Globalization;
using System.Net;
using System.Text;

namespace Moderation.Web.Demo;

/// <summary>A sheet to draw flat shapes on. The origin is its middle, so that a square cut from it keeps the subject.</summary>
internal sealed class DemoCanvas(int width, int height, int seed, bool headed)
{
    private readonly StringBuilder shapes = new();

    public Random Chance { get; } = new(seed);

    /// <summary>Words will stand at the top: nothing else should.</summary>
    public bool Headed => headed;

    public int Left => -width / 2;

    public int Top => -height / 2;

    public int Bottom => height / 2;

    /// <summary>What words are written in; a motif sets it to stand out from its sky.</summary>
    public string Ink { get; set; } = Paint.White;

    public T Pick<T>(params ReadOnlySpan<T> from) => from[Chance.Next(from.Length)];

    public DemoCanvas Fill(string paint) => Rect(Left, Top, width, height, paint);

    /// <summary>Everything from this height down.</summary>
    public DemoCanvas Ground(double y, string paint) => Rect(Left, y, width, Bottom - y, paint);

    public DemoCanvas Rect(double x, double y, double w, double h, string paint, double round = 0) =>
        Add($"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{w:0.#}\" height=\"{h:0.#}\" rx=\"{round:0.#}\" fill=\"{paint}\"/>");

    public DemoCanvas Circle(double x, double y, double r, string paint) => Oval(x, y, r, r, paint);

    public DemoCanvas Oval(double x, double y, double rx, double ry, string paint) =>
        Add($"<ellipse cx=\"{x:0.#}\" cy=\"{y:0.#}\" rx=\"{rx:0.#}\" ry=\"{ry:0.#}\" fill=\"{paint}\"/>");

    public DemoCanvas Coin(double x, double y, double rx, double ry) => Add(
        $"<ellipse cx=\"{x:0.#}\" cy=\"{y:0.#}\" rx=\"{rx:0.#}\" ry=\"{ry:0.#}\" fill=\"{Paint.Ochre}\" stroke=\"{Paint.Brass}\" stroke-width=\"12\"/>");

    public DemoCanvas Shape(string path, string paint) => Add($"<path d=\"{path}\" fill=\"{paint}\"/>");

    public DemoCanvas Stroke(string path, string paint, double thick) => Add(
        $"<path d=\"{path}\" fill=\"none\" stroke=\"{paint}\" stroke-width=\"{thick:0.#}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>");

    public DemoCanvas Ring(double x, double y, double r, string paint, double thick) => Add(
        $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{r:0.#}\" fill=\"none\" stroke=\"{paint}\" stroke-width=\"{thick:0.#}\"/>");

    /// <summary>Draws inside a moved, turned or scaled frame.</summary>
    public DemoCanvas Within(string transform, Action<DemoCanvas> draw)
    {
        Add($"<g transform=\"{transform}\">");
        draw(this);
        return Add($"</g>");
    }

    /// <summary>One line of words, as large as it may be and still fit.</summary>
    public DemoCanvas Words(string text, double y, int size, int weight, string paint, double fit = 960)
    {
        var wide = text.Any(letter => letter > '\u0590') ? 0.62 : text.Any(char.IsLower) ? 0.53 : 0.68;
        var fitting = Math.Min(size, fit / (text.Length * wide));
        var direction = text.Any(letter => letter is >= '\u0590' and <= '\u08ff') ? " direction=\"rtl\"" : "";
        return Add($"<text x=\"0\" y=\"{y:0.#}\" font-size=\"{fitting:0.#}\" font-weight=\"{weight}\" fill=\"{paint}\"{direction}>{WebUtility.HtmlEncode(text)}</text>");
    }

    public DemoCanvas Repeat(int times, Action<int> draw)
    {
        for (var n = 0; n < times; n++)
            draw(n);
        return this;
    }

    public string Finish() => string.Create(CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{Left} {Top} {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"'IBM Plex Sans','Noto Sans',system-ui,sans-serif\" text-anchor=\"middle\">{shapes}</svg>");

    private DemoCanvas Add(FormattableString shape)
    {
        shapes.Append(shape.ToString(CultureInfo.InvariantCulture));
        return this;
    }
}
