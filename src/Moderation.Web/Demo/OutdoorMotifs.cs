namespace Moderation.Web.Demo;

internal static class OutdoorMotifs
{
    public static void Hills(DemoCanvas c)
    {
        c.Ink = Paint.Night;
        c.Fill(c.Pick(Paint.Sky, Paint.Apricot, Paint.Pale));
        c.Circle(c.Chance.Next(-300, 300), c.Headed ? -60 : -150, 110, c.Pick(Paint.White, Paint.Amber, Paint.Coral));
        var far = c.Chance.Next(-60, 60);
        c.Shape($"M-540 {60 + far}Q-260 {-110 + far} 0 {40 + far}T540 {far}V{c.Bottom}H-540Z", "#a9c7b0");
        c.Shape($"M-540 200Q-180 40 120 190T540 150V{c.Bottom}H-540Z", Paint.Leaf);
        c.Shape($"M-540 360Q-120 210 200 330T540 320V{c.Bottom}H-540Z", Paint.Green);
        c.Shape($"M-160 {c.Bottom}C-90 520 150 430 60 316L78 316C240 430 40 520 130 {c.Bottom}Z", Paint.Sand);
        c.Repeat(c.Chance.Next(3, 7), n => Tree(c, -480 + n * 170 + c.Chance.Next(-40, 40), 330 + c.Chance.Next(0, 120)));
    }

    public static void Mountains(DemoCanvas c)
    {
        c.Ink = Paint.Night;
        c.Fill(c.Pick(Paint.Sky, Paint.Mist, Paint.Apricot))
            .Circle(c.Pick(-300, 310), c.Headed ? -110 : -220, 84, Paint.White);
        var peak = c.Chance.Next(-120, 60);
        c.Shape($"M-700 330L-330-10L-60 330ZM40 330L390-40L760 330Z", Paint.Lilac);
        c.Shape($"M-460 360L{peak}-190L520 360Z", Paint.Stone);
        c.Shape($"M{peak}-190L{peak - 118}-49L{peak - 52}-78L{peak}-30L{peak + 66}-84L{peak + 128}-55Z", Paint.White);
        c.Ground(330, Paint.Forest).Shape($"M-540 330Q-200 250 60 340T540 310V{c.Bottom}H-540Z", Paint.Green);
        c.Shape($"M-540 450Q-100 380 540 470V{c.Bottom}H-540Z", Paint.Forest);
        c.Repeat(7, n => Fir(c, -470 + n * 155 + c.Chance.Next(-30, 30), 400 + c.Chance.Next(90)));
    }

    public static void Sunset(DemoCanvas c)
    {
        c.Fill(c.Pick(Paint.Coral, "#e59a68", Paint.Indigo));
        c.Rect(-540, -160, 1080, 400, Paint.Amber).Rect(-540, -284, 1080, 124, "#eda45f")
            .Circle(0, 200, 250, Paint.Straw);
        c.Ground(230, Paint.Petrol);
        c.Repeat(8, n => c.Rect(-230 + n * 22 + c.Chance.Next(-30, 30), 262 + n * 36, 460 - n * 44, 14, Paint.Amber, 7));
        c.Shape($"M-540 230L-380 150L-200 230ZM540 230L420 120L250 230Z", Paint.Night);
        c.Repeat(4, n => c.Within($"translate({-260 + n * 130 + c.Chance.Next(-40, 40)} {-60 + c.Chance.Next(90)})",
            x => x.Stroke("M-30-12Q-14-22 0 0Q14-22 30-12", Paint.Night, 7)));
    }

    public static void Sail(DemoCanvas c)
    {
        c.Ink = Paint.Night;
        c.Fill(c.Pick(Paint.Apricot, Paint.Sky, Paint.Pale))
            .Circle(c.Pick(-280, 300), -140, 120, c.Pick(Paint.Coral, Paint.Amber));
        c.Ground(230, Paint.Sea);
        c.Within($"translate({c.Chance.Next(-120, 120)} 0)", x =>
        {
            x.Rect(-6, -260, 14, 500, Paint.Bark).Shape("M-24-240V180H-240Z", Paint.White)
                .Shape("M28-200V180H200Z", c.Pick(Paint.Mist, Paint.Rose, Paint.Straw));
            x.Shape("M-270 220H270L190 340H-180Z", c.Pick(Paint.Bark, Paint.Brick, Paint.Night));
        });
        c.Repeat(6, n => c.Stroke($"M{-500 + c.Chance.Next(800)} {370 + n * 46}q45-26 90 0t90 0", Paint.Mist, 8));
        c.Shape($"M-540 {c.Bottom - 130}Q-200 {c.Bottom - 200} 100 {c.Bottom - 110}T540 {c.Bottom - 140}V{c.Bottom}H-540Z", Paint.Petrol);
    }

    public static void Kite(DemoCanvas c)
    {
        c.Ink = Paint.Night;
        c.Fill("#bcdcec");
        c.Repeat(c.Headed ? 0 : 4, n => Cloud(c, c.Chance.Next(-460, 460), c.Top + 160 + n * 170));
        var (x, y) = (c.Chance.Next(-60, 180), 10);
        c.Stroke($"M{x} {y + 190}C{x - 220} 340 {x + 120} 400-330 500", Paint.Night, 5);
        c.Within($"translate({x} {y}) rotate(18)", k =>
        {
            var paint = c.Pick(Paint.Brick, Paint.Indigo, Paint.Coral);
            k.Shape("M0-230L160-40L0 210L-160-40Z", paint).Shape("M0-230L160-40H0Z", Paint.Amber)
                .Shape("M0-40V210L-160-40Z", Paint.Straw);
            k.Repeat(4, n => k.Shape($"M{-10 + n % 2 * 20} {250 + n * 66}l-44-24v48zl44-24v48z", paint));
        });
        c.Shape($"M-540 470Q-200 390 120 470T540 440V{c.Bottom}H-540Z", Paint.Leaf);
        c.Shape($"M-540 560Q-100 500 540 580V{c.Bottom}H-540Z", Paint.Green);
    }

    private static void Cloud(DemoCanvas c, int x, int y) =>
        c.Rect(x - 130, y, 260, 60, Paint.White, 30).Circle(x - 40, y, 60, Paint.White)
            .Circle(x + 50, y + 8, 46, Paint.White);

    private static void Tree(DemoCanvas c, int x, int y) =>
        c.Rect(x - 8, y, 16, 80, Paint.Bark).Circle(x, y - 30, 62, Paint.Forest).Circle(x + 34, y, 40, Paint.Forest);

    private static void Fir(DemoCanvas c, int x, int y) =>
        c.Shape($"M{x} {y - 130}l60 130h-120zM{x} {y - 60}l76 140h-152z", "#1f4a39");
}
