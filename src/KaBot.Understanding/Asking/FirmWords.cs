namespace KaBot.Understanding.Asking;

/// <summary>What stands around the part of a firm's name that is its own, longest first.</summary>
internal static class FirmWords
{
    /// <summary>Places before it: provinces, cities, and the counties with most firms.</summary>
    public static readonly string[] Places = Longest("""
        中国 中华 全国 北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门
        石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔
        沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛 长春 四平 辽源 通化 白山 松原 白城 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化
        南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城
        福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽
        郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底
        广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚
        成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 贵阳 六盘水 遵义 安顺 毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 拉萨
        西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 西宁 银川 石嘴山 吴忠 中卫 乌鲁木齐 克拉玛依
        昆山 江阴 张家港 常熟 太仓 宜兴 义乌 慈溪 余姚 诸暨 海宁 桐乡 温岭 乐清 瑞安 永康 晋江 石狮 南安 福清 龙口 寿光 诸城 滕州 顺德 南海 浦东 滨海 萧山
        """);

    /// <summary>Legal forms behind it.</summary>
    public static readonly string[] Forms = Longest("股份有限公司 有限责任公司 有限公司 集团公司 控股集团 总公司 分公司 子公司 集团 公司 股份 控股 实业 总部");

    /// <summary>Kinds of firm behind it.</summary>
    public static readonly string[] Kinds = Longest("""
        机械 重机 重工 化工 石化 医药 药业 制药 生物 冷链 物流 供应链 速运 快递 运输 航运 食品 乳业 饮料 酒业 餐饮 农业 牧业 粮油 超市 百货 商业 商贸 贸易 零售 连锁 便利店 大药房 药房
        科技 软件 信息 网络 数据 智能 电子 电器 电气 电力 能源 新能源 光伏 电池 汽车 汽配 零部件 装备 设备 制造 工业 模具 轴承 阀门 泵业 仪表 仪器 半导体 材料 新材料 钢铁 特钢 铝业 铜业 矿业 水泥 建材 玻璃 陶瓷 家居 家具 家电 厨电
        建设 建筑 建工 工程 地产 置业 物业 环保 水务 燃气 热力 纺织 服饰 服装 鞋业 纸业 包装 印刷 塑料 塑胶 橡胶 轮胎 日化 化妆品 医疗 器械 医疗器械 医院 银行 证券 保险 基金 投资 资本 传媒 文化 教育 旅游 酒店 航空 铁路 港务 港口 通信 通讯 电信
        """);

    /// <summary>What may be left of a name and yet is an everyday word.</summary>
    public static readonly HashSet<string> Common = [.. Words("""
        国际 国家 国内 全球 世界 环球 中心 中央 第一 第二 人民 市场 产业 技术 创新 发展 先进 现代 时代 未来 数字 联合 联系 合作 合同 统一 通用 标准 服务 管理 平台 系统 项目 客户 方案 价格 预算 采购 供应 生产 销售 移动 联通 石油 大学 学院 学校
        政府 健康 安全 质量 绿色 大众 我们 他们 你们 老板 经理 总部 集团 公司 东方 西部 东部 南方 北方 沿海 城市 家庭 专业 高级 优秀 成功 快乐 幸福
        """)];

    public static readonly HashSet<string> EnglishKinds = [.. Words("""
        incorporated corporation limited company holdings holding group gmbh corp inc ltd llc plc co ag sa bv nv pte pty kg foods food beverages brewery bakery retail retailers stores store supermarkets mart traders trading trade
        industries industrial manufacturing machinery engineering technologies technology tech systems software solutions logistics freight shipping pharma pharmaceuticals chemicals healthcare medical hospital hospitals hotels hotel
        bank insurance capital partners ventures energy power electric electronics automotive motors airlines airways telecom communications media services restaurants international global worldwide distribution supplies materials plastics packaging steel
        """)];

    public static readonly HashSet<string> EnglishCommon = [.. Words("""
        united general national first second global international american british royal golden great best new star standard union central eastern western northern southern pacific atlantic advanced modern digital smart green blue target next gap orange apple
        """)];

    private static string[] Longest(string words) => [.. Words(words).OrderByDescending(word => word.Length)];

    private static string[] Words(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
